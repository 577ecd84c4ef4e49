package org.dlcourse.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.InputForm;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains one network and records what the handouts ask for.
 *
 * <p>All randomness comes from the seed: one stream for the first weights, one for each epoch's order.
 */
public final class Trainer {
    /** Examples over which saturation is measured. */
    private static final int PROBE = 200;

    private static final double SATURATED = 0.01;

    private final TrainingPlan plan;
    private final long seed;
    private final ExampleBatches training;
    private final ExampleBatches validation;
    private final Optional<ExampleBatches> test;
    private final long[] imageShape;

    /**
     * A trainer for one run.
     *
     * @throws IllegalArgumentException if the plan asks of classes what the data have as numbers, or the other way round
     */
    public Trainer(TrainingPlan plan, TrainingData data, long seed) {
        new PlannedTargets(plan, data).check();
        InputForm form = plan.architecture().inputForm();
        this.plan = plan;
        this.seed = seed;
        this.imageShape = data.training().features().shape();
        this.training =
                new ExampleBatches(data.training(), form, plan.objective().smoothing());
        this.validation = new ExampleBatches(data.validation(), form);
        this.test = data.testSet().map(examples -> new ExampleBatches(examples, form));
    }

    /**
     * Trains the network from the first step to the last, or to the one whose loss is not finite.
     *
     * @return what the plan records; of a run that diverged, the curves up to there and no weights
     */
    public TrainingResult train(TrainingProgress progress) {
        try (TrainableNetwork network = Networks.create(plan, seed)) {
            return new TrainingRun(network, progress).result();
        } finally {
            training.close();
        }
    }

    /** The training of one network. */
    private final class TrainingRun {
        private final TrainableNetwork network;
        private final TrainingProgress progress;
        private final int steps = plan.steps(training.count());
        private final Recorder recorder = new Recorder(plan.points(training.count()), plan.recording());
        private final ScheduledLearningRate learningRate = new ScheduledLearningRate(plan, steps);
        private Optional<Divergence> divergence = Optional.empty();
        private int step;
        private double lossSinceLastPoint;
        private int examplesSinceLastPoint;

        TrainingRun(TrainableNetwork network, TrainingProgress progress) {
            this.network = network;
            this.progress = progress;
        }

        TrainingResult result() {
            boolean flat = false;
            for (int epoch = 1; step < steps && !flat && divergence.isEmpty(); epoch++) {
                int firstPoint = recorder.points();
                epoch(epoch);
                learningRate
                        .epochEnded(step, recorder.meanSince(firstPoint, Curve.VALIDATION_ACCURACY))
                        .ifPresent(network::learnAt);
                flat = recorder.points() > firstPoint && isFlat(firstPoint);
            }
            boolean probabilities = plan.recording().testProbabilities() && divergence.isEmpty();
            boolean parameters = plan.recording().parameters() && divergence.isEmpty();
            Evaluation ofTraining = evaluate(training);
            Evaluation ofValidation = evaluate(validation);
            Optional<Evaluation> ofTest = test.map(this::evaluate);
            return new TrainingResult(
                    recorder.curves(),
                    learningRate.changes(),
                    divergence,
                    ofTraining.accuracyOfClasses(),
                    ofValidation.accuracyOfClasses(),
                    ofTest.map(Evaluation::accuracyOfClasses).orElse(OptionalDouble.empty()),
                    scores(ofTraining, ofValidation, ofTest).filter(RegressionScores::isFinite),
                    divergence.isPresent() ? FloatArray.NONE : FloatArray.of(network.firstLayerWeights()),
                    probabilities ? FloatArray.of(test().outputs(network)) : FloatArray.NONE,
                    parameters ? FloatArray.of(network.parameters()) : FloatArray.NONE);
        }

        private static Optional<RegressionScores> scores(
                Evaluation training, Evaluation validation, Optional<Evaluation> test) {
            return training.regression()
                    .map(score -> new RegressionScores(
                            score,
                            validation.regression().orElseThrow(),
                            test.map(evaluation -> evaluation.regression().orElseThrow())));
        }

        private boolean isFlat(int firstPointOfEpoch) {
            return plan.stopping() instanceof Stopping.WhenLossIsFlat rule
                    && firstPointOfEpoch > 0
                    && recorder.last(Curve.VALIDATION_LOSS)
                            > recorder.at(Curve.VALIDATION_LOSS, firstPointOfEpoch - 1) - rule.leastDecrease();
        }

        private void epoch(int epoch) {
            List<int[]> indices = indices(epoch);
            if (plan.augmentation().isEmpty()) {
                learn(epoch, indices.stream().map(training::batch).iterator());
                return;
            }
            AugmentedBatch augmentation = new AugmentedBatch(plan.augmentation().orElseThrow(), seed, epoch);
            try (AugmentedBatches batches = new AugmentedBatches(training, augmentation, indices, imageShape)) {
                learn(epoch, batches);
            }
        }

        /** The indices of the examples of each batch, in the epoch's order. */
        private List<int[]> indices(int epoch) {
            int[] order = SeededRandom.permutation(training.count(), SeededRandom.of(seed, "order of epoch " + epoch));
            List<int[]> indices = new ArrayList<>();
            for (int start = 0; start < order.length; start += plan.batchSize()) {
                indices.add(Arrays.copyOfRange(order, start, Math.min(order.length, start + plan.batchSize())));
            }
            return indices;
        }

        private void learn(int epoch, Iterator<Batch> batches) {
            while (step < steps && divergence.isEmpty() && batches.hasNext()) {
                Batch batch = batches.next();
                step++;
                learningRate.stepBegins(step).ifPresent(network::learnAt);
                double loss = step % plan.recording().everySteps() == 0 ? recordedStep(epoch, batch) : step(batch);
                if (!Double.isFinite(loss)) {
                    divergence = Optional.of(new Divergence(step, Double.toString(loss)));
                }
            }
        }

        /** A point is recorded only where the loss and all that was measured are finite. */
        private double recordedStep(int epoch, Batch batch) {
            OptionalDouble accuracy = plan.recording().has(Curve.TRAINING_ACCURACY)
                    ? OptionalDouble.of(accuracy(batch))
                    : OptionalDouble.empty();
            INDArray before = plan.recording().has(Curve.FIRST_LAYER_GRADIENT)
                    ? network.firstLayerWeights().dup()
                    : null;
            double loss = step(batch);
            if (!Double.isFinite(loss)) {
                return loss;
            }
            recorder.begin(step);
            accuracy.ifPresent(value -> recorder.add(Curve.TRAINING_ACCURACY, value));
            recorder.add(Curve.TRAINING_LOSS, loss);
            recorder.add(Curve.LEARNING_RATE, learningRate.current());
            recorder.add(Curve.MEAN_TRAINING_LOSS, lossSinceLastPoint / examplesSinceLastPoint);
            lossSinceLastPoint = 0;
            examplesSinceLastPoint = 0;
            if (before != null) {
                // Plain gradient descent: w(k+1) = w(k) - learning rate * gradient, solved for the gradient.
                INDArray gradient = before.sub(network.firstLayerWeights()).divi(learningRate.current());
                recorder.add(Curve.FIRST_LAYER_GRADIENT, gradient.norm2Number().doubleValue());
            }
            record(training, Curve.TRAINING_SET_LOSS, Curve.TRAINING_SET_ACCURACY, Curve.TRAINING_SET_R2);
            record(validation, Curve.VALIDATION_LOSS, Curve.VALIDATION_ACCURACY, Curve.VALIDATION_R2);
            if (plan.recording().has(Curve.TEST_ACCURACY)) {
                recorder.add(Curve.TEST_ACCURACY, evaluate(test()).accuracy());
            }
            if (plan.recording().has(Curve.TEST_R2)) {
                recorder.add(Curve.TEST_R2, evaluate(test()).r2());
            }
            if (plan.recording().has(Curve.FIRST_LAYER_SATURATION)) {
                recorder.add(Curve.FIRST_LAYER_SATURATION, saturation());
            }
            if (!recorder.lastPointIsFinite()) {
                recorder.dropLastPoint();
                return Double.NaN;
            }
            progress.recorded(epoch, step, steps, loss);
            return loss;
        }

        private double accuracy(Batch batch) {
            double right = Evaluation.countRight(network.outputs(batch.features()), batch.labels());
            return right / batch.labels().length;
        }

        private void record(ExampleBatches examples, Curve loss, Curve accuracy, Curve r2) {
            if (Stream.of(loss, accuracy, r2).anyMatch(plan.recording()::has)) {
                Evaluation evaluation = evaluate(examples);
                recorder.add(loss, evaluation.loss());
                evaluation.accuracyOfClasses().ifPresent(value -> recorder.add(accuracy, value));
                evaluation.regression().ifPresent(score -> recorder.add(r2, score.r2()));
            }
        }

        private double step(Batch batch) {
            double loss = network.step(batch);
            lossSinceLastPoint += loss * batch.count();
            examplesSinceLastPoint += batch.count();
            return loss;
        }

        private Evaluation evaluate(ExampleBatches examples) {
            return examples.evaluate(network, plan.objective().loss());
        }

        private ExampleBatches test() {
            return test.orElseThrow(() -> new IllegalStateException(
                    "The plan records what the network says of the test set, and the data have none."));
        }

        private double saturation() {
            ActivationFunction function = plan.architecture().firstActivation().orElseThrow();
            INDArray probe = validation.features(0, Math.min(PROBE, validation.count()));
            float[] outputs = network.firstLayerOutputs(probe).dup().data().asFloat();
            int saturated = 0;
            for (float output : outputs) {
                if (function.derivativeAt(output) < SATURATED * function.largestDerivative()) {
                    saturated++;
                }
            }
            return (double) saturated / outputs.length;
        }
    }
}
