package org.dlcourse.homework.dogs.loop;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.exercise.mistake.EpochTrainingMistakes;
import org.dlcourse.exercise.mistake.EvaluationMistakes;
import org.dlcourse.exercise.mistake.ModelRunMistakes;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.NormalArray;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A small network with samples, drawn at random, whose last mini-batch is smaller than the others. Its validation loss falls by less from
 * epoch to epoch, so that training has to end after the fourth.
 *
 * @param network at the start
 * @param training samples
 * @param validation samples
 * @param plan how it is trained
 */
record HiddenRuns(ReluNetwork network, LabelledSamples training, LabelledSamples validation, ModelRun.Plan plan) {
    /** Some hundred roundings of 6e-8 of numbers up to about 1, since PyTorch computes in single precision. */
    static final double TOLERANCE = 1e-5;

    private static final int TRIES = 1000;
    private static final int INPUTS = 5;
    private static final int BATCH_SIZE = 4;
    private static final int EPOCHS = 8;
    private static final double LEARNING_RATE = .2;
    /** Of the falls of the validation loss: 100 times the rounding of losses. */
    private static final double CLEAR = 1e-3;

    /**
     * What a seed gives: the first that is drawn which every known mistake shows in.
     *
     * @throws IllegalStateException if none is found, as where the reference is wrong
     */
    static HiddenRuns of(long seed) {
        Random random = SeededRandom.of(seed, "hidden training runs");
        for (int i = 0; i < TRIES; i++) {
            HiddenRuns drawn = drawn(random);
            if (!Double.isNaN(drawn.plan().stopThreshold())
                    && drawn.evaluation().missed().isEmpty()
                    && drawn.epoch().missed().isEmpty()
                    && drawn.run().missed().isEmpty()) {
                return drawn;
            }
        }
        throw new IllegalStateException("None of " + TRIES + " drawn networks shows all known mistakes.");
    }

    private static HiddenRuns drawn(Random random) {
        int units = random.nextInt(5, 9);
        int classes = random.nextInt(3, 5);
        ReluNetwork network = new ReluNetwork(List.of(layer(random, INPUTS, units), layer(random, units, classes)));
        INDArray teacher = NormalArray.of(random, INPUTS, classes);
        LabelledSamples training = samples(random, teacher, random.nextInt(4, 6) * BATCH_SIZE + random.nextInt(1, 4));
        LabelledSamples validation = samples(random, teacher, 2 * BATCH_SIZE + random.nextInt(1, 4));
        ModelRun.Plan endless = new ModelRun.Plan(BATCH_SIZE, LEARNING_RATE, EPOCHS, Double.NEGATIVE_INFINITY);
        double[] losses =
                new LoopDescent().train(network, training, validation, endless).validationLoss();
        return new HiddenRuns(
                network, training, validation, new ModelRun.Plan(BATCH_SIZE, LEARNING_RATE, EPOCHS, threshold(losses)));
    }

    /** Between the falls after the second and the third epoch; NaN where the falls do not become clearly smaller. */
    private static double threshold(double[] losses) {
        double[] falls = IntStream.range(1, 4)
                .mapToDouble(i -> losses[i - 1] - losses[i])
                .toArray();
        boolean areClear = falls[2] > CLEAR && falls[1] > falls[2] + CLEAR && falls[0] > falls[1];
        return areClear ? (falls[1] + falls[2]) / 2 : Double.NaN;
    }

    private static ReluNetwork.Layer layer(Random random, int inputs, int outputs) {
        return new ReluNetwork.Layer(
                single(NormalArray.of(random, outputs, inputs).muli(.5)),
                single(NormalArray.of(random, outputs).muli(.5)));
    }

    private static LabelledSamples samples(Random random, INDArray teacher, int count) {
        INDArray inputs = single(NormalArray.of(random, count, INPUTS));
        return new LabelledSamples(inputs, inputs.mmul(teacher).argMax(1).toIntVector());
    }

    /** Numbers that single precision has too, so that both begin with the same. */
    private static INDArray single(INDArray array) {
        return array.castTo(DataType.FLOAT).castTo(DataType.DOUBLE);
    }

    ExerciseCheck<Evaluation> evaluation() {
        return new ExerciseCheck<>(
                EvaluationMistakes.of(new LoopDescent()),
                this::numbers,
                numbers((Evaluation) new LoopDescent()),
                TOLERANCE);
    }

    private double[] numbers(Evaluation solution) {
        return joined(
                numbers(solution.evaluate(network, training, BATCH_SIZE)),
                numbers(solution.evaluate(network, validation, BATCH_SIZE)));
    }

    ExerciseCheck<EpochTraining> epoch() {
        return new ExerciseCheck<>(
                EpochTrainingMistakes.of(new LoopDescent()),
                this::numbers,
                numbers((EpochTraining) new LoopDescent()),
                TOLERANCE);
    }

    /** What a solution gives for one epoch. */
    EpochTraining.Epoch epochOf(EpochTraining solution) {
        return solution.trainEpoch(network, training, BATCH_SIZE, LEARNING_RATE);
    }

    private double[] numbers(EpochTraining solution) {
        EpochTraining.Epoch epoch = epochOf(solution);
        return joined(
                new double[] {epoch.loss(), epoch.accuracy()}, epoch.network().parameters());
    }

    ExerciseCheck<ModelRun> run() {
        return new ExerciseCheck<>(
                ModelRunMistakes.of(new LoopDescent()),
                this::numbers,
                numbers((ModelRun) new LoopDescent()),
                TOLERANCE);
    }

    private double[] numbers(ModelRun solution) {
        return joined(
                numbers(solution.train(network, training, validation, plan)),
                numbers(solution.trainWithoutValidation(
                        network, training, new ModelRun.Plan(BATCH_SIZE, LEARNING_RATE, 2, plan.stopThreshold()))),
                numbers(solution.test(network, validation, BATCH_SIZE)));
    }

    private static double[] numbers(ModelRun.Trained trained) {
        return joined(
                trained.network().parameters(),
                trained.trainingLoss(),
                trained.validationLoss(),
                trained.trainingAccuracy(),
                trained.validationAccuracy());
    }

    private static double[] numbers(Evaluation.Measured measured) {
        return new double[] {measured.loss(), measured.accuracy()};
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
    }
}
