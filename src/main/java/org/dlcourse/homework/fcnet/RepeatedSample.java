package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.exercise.TwoLayerTraining.Plan;
import org.dlcourse.exercise.TwoLayerTraining.Trained;
import org.dlcourse.exercise.mistake.TwoLayerTrainingMistakes;
import org.dlcourse.exercise.reference.GradientDescent;
import org.dlcourse.grading.Precision;
import org.dlcourse.kit.ExerciseCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A training on copies of one sample: every mini-batch of them has the same loss and gradients, so that the training can be compared
 * number by number however the mini-batches are drawn.
 *
 * @param start the parameters before it
 * @param inputs copies of one row
 * @param labels copies of one label
 */
record RepeatedSample(Parameters start, INDArray inputs, int[] labels) {
    private static final int COPIES = 4;
    private static final Plan PLAN = new Plan(4, .05, .03);
    private static final double TOLERANCE = 1e-10;

    /** The first sample of toy data. */
    static RepeatedSample of(ToyData toy) {
        int[] labels = new int[COPIES];
        Arrays.fill(labels, toy.labels()[0]);
        INDArray row = toy.inputs().getRow(0, true);
        return new RepeatedSample(toy.parameters(), Nd4j.vstack(row, row, row, row), labels);
    }

    ExerciseCheck<TwoLayerTraining> check(Precision precision) {
        return new ExerciseCheck<>(
                TwoLayerTrainingMistakes.of(new GradientDescent()),
                this::values,
                values(new GradientDescent()),
                precision.tolerance(TOLERANCE));
    }

    /** The losses, then the trained parameters. */
    private double[] values(TwoLayerTraining solution) {
        Trained trained = solution.train(start, inputs, labels, PLAN);
        Parameters parameters = trained.parameters();
        return DoubleStream.concat(
                        Arrays.stream(trained.losses()),
                        Stream.of(
                                        parameters.hiddenWeights(),
                                        parameters.hiddenBias(),
                                        parameters.outputWeights(),
                                        parameters.outputBias())
                                .flatMapToDouble(array -> Arrays.stream(ToyData.values(array))))
                .toArray();
    }
}
