package org.dlcourse.homework.conv;

import java.util.Arrays;
import java.util.function.Function;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.dlcourse.kit.RelativeError;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The relative errors of a solution in one case.
 *
 * @param one the case
 * @param output error of the output
 * @param input error of the gradient of the input
 * @param weights error of the gradient of the weights
 * @param bias error of the gradient of the bias
 */
record Convolution1dErrors(Convolution1dCase one, double output, double input, double weights, double bias) {
    static Convolution1dErrors of(Convolution1dCase one, Convolution1d solution) {
        return new Convolution1dErrors(
                one,
                ofOutput(one, solution),
                ofGradient(one, solution, Gradients::input),
                ofGradient(one, solution, Gradients::weights),
                ofGradient(one, solution, Gradients::bias));
    }

    /** The error of the output alone, for which no gradient is computed. */
    static double ofOutput(Convolution1dCase one, Convolution1d solution) {
        return relativeError(one.outputOf(solution), one.output());
    }

    /** The error of one gradient. */
    static double ofGradient(Convolution1dCase one, Convolution1d solution, Function<Gradients, INDArray> gradient) {
        return relativeError(gradient.apply(one.gradientsOf(solution)), gradient.apply(one.gradients()));
    }

    /** The largest difference divided by the largest expected value; infinite if the shapes differ. */
    static double relativeError(INDArray actual, INDArray expected) {
        return Arrays.equals(actual.shape(), expected.shape())
                ? RelativeError.of(Convolution1dCase.values(actual), Convolution1dCase.values(expected))
                : Double.POSITIVE_INFINITY;
    }
}
