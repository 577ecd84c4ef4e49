package org.dlcourse.homework.ann.basics;

import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.exercise.mistake.GradientFromWeightsMistakes;
import org.dlcourse.kit.ExerciseCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A step whose gradient is known because it was chosen, and the weights before and after it.
 *
 * @param before [2, 3], double
 * @param gradient of the same shape, with components of both signs
 * @param learningRate of the step
 */
record KnownGradient(INDArray before, INDArray gradient, double learningRate) {
    private static final double TOLERANCE = 1e-12;

    static KnownGradient chosen() {
        return new KnownGradient(
                Nd4j.createFromArray(new double[][] {{.5, -.25, 1}, {-1.5, .75, 0}}),
                Nd4j.createFromArray(new double[][] {{3, -2, .5}, {1, -4, -.125}}),
                .05);
    }

    INDArray after() {
        return before.sub(gradient.mul(learningRate));
    }

    /** The check of solutions by this step. */
    ExerciseCheck<GradientFromWeights> check() {
        return new ExerciseCheck<>(
                GradientFromWeightsMistakes.all(),
                solution -> values(solution.gradient(before, after(), learningRate)),
                values(gradient),
                TOLERANCE);
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
