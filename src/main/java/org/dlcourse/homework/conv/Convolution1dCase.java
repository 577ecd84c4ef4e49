package org.dlcourse.homework.conv;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Inputs of a one-dimensional convolution with the expected output and gradients.
 *
 * @param input [batch, input channels, width]
 * @param weights [output channels, input channels, kernel width]
 * @param bias [output channels]
 * @param stride of the kernel
 * @param outputGradient of the loss with respect to the output
 * @param output expected
 * @param gradients expected
 */
record Convolution1dCase(
        INDArray input,
        INDArray weights,
        INDArray bias,
        int stride,
        INDArray outputGradient,
        INDArray output,
        Gradients gradients) {
    /** Whether the last positions of the input are covered by no position of the kernel. */
    boolean hasUncoveredInput() {
        return (input.size(2) - weights.size(2)) % stride != 0;
    }

    /** Whether no mistake is hidden by a batch of one or by a stride that divides the width without a remainder. */
    boolean revealsAllMistakes() {
        return input.size(0) > 1 && hasUncoveredInput();
    }

    INDArray outputOf(Convolution1d solution) {
        return solution.forward(input, weights, bias, stride);
    }

    Gradients gradientsOf(Convolution1d solution) {
        return solution.backward(input, weights, stride, outputGradient);
    }

    /** All values that a solution computes: the output, then the gradients of input, weights and bias. */
    double[] valuesOf(Convolution1d solution) {
        return values(outputOf(solution), gradientsOf(solution));
    }

    /** The expected values, in the same order. */
    double[] expectedValues() {
        return values(output, gradients);
    }

    private static double[] values(INDArray output, Gradients gradients) {
        return Stream.of(output, gradients.input(), gradients.weights(), gradients.bias())
                .flatMapToDouble(array -> DoubleStream.of(values(array)))
                .toArray();
    }

    static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
