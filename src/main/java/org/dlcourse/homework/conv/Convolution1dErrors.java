package org.dlcourse.homework.conv;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dlcourse.exercise.Convolution1d;
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
                Convolution1dQuantity.OUTPUT.error(one, solution),
                Convolution1dQuantity.INPUT.error(one, solution),
                Convolution1dQuantity.WEIGHTS.error(one, solution),
                Convolution1dQuantity.BIAS.error(one, solution));
    }

    /** The errors of output, gradient of the input, of the weights and of the bias. */
    DoubleStream all() {
        return DoubleStream.of(output, input, weights, bias);
    }

    boolean hasWrongShape() {
        return all().anyMatch(error -> error == Double.POSITIVE_INFINITY);
    }

    /** The largest difference divided by the largest expected value; infinite if the shapes differ. */
    static double relativeError(INDArray actual, INDArray expected) {
        return Arrays.equals(actual.shape(), expected.shape())
                ? RelativeError.of(Convolution1dCase.values(actual), Convolution1dCase.values(expected))
                : Double.POSITIVE_INFINITY;
    }
}
