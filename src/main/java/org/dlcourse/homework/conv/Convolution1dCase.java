package org.dlcourse.homework.conv;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.Convolution1d.Gradients;
import org.dlcourse.kit.NormalArray;
import org.dlcourse.util.SeededRandom;
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
    private static final int HIDDEN = 6;

    /** Whether the kernel moves by one position at a time. */
    boolean hasStrideOne() {
        return stride == 1;
    }

    /** Cases with stride 1 and others, of shapes and numbers that a seed gives, with what plain loops expect. */
    static List<Convolution1dCase> hidden(long seed) {
        Random random = SeededRandom.of(seed, "hidden one-dimensional convolutions");
        return IntStream.range(0, HIDDEN)
                .mapToObj(i -> drawn(i % 2 == 0 ? 1 : random.nextInt(2, 5), random))
                .toList();
    }

    private static Convolution1dCase drawn(int stride, Random random) {
        int batch = random.nextInt(2, 4);
        int channels = random.nextInt(2, 5);
        int filters = random.nextInt(2, 6);
        int kernel = random.nextInt(2, 5);
        int positions = random.nextInt(4, 8);
        int uncovered = stride == 1 ? 0 : random.nextInt(1, stride);
        INDArray input = NormalArray.of(random, batch, channels, (positions - 1) * stride + kernel + uncovered);
        INDArray weights = NormalArray.of(random, filters, channels, kernel);
        INDArray bias = NormalArray.of(random, filters);
        INDArray outputGradient = NormalArray.of(random, batch, filters, positions);
        Convolution1d loops = new LoopConvolution1d();
        return new Convolution1dCase(
                input,
                weights,
                bias,
                stride,
                outputGradient,
                loops.forward(input, weights, bias, stride),
                loops.backward(input, weights, stride, outputGradient));
    }

    /** Whether the last positions of the input are covered by no position of the kernel. */
    boolean hasUncoveredInput() {
        return (input.size(2) - weights.size(2)) % stride != 0;
    }

    /** Whether no mistake is hidden by one signal, one channel or a stride that divides the width without a remainder. */
    boolean revealsAllMistakes() {
        return input.size(0) > 1 && input.size(1) > 1 && hasUncoveredInput();
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
