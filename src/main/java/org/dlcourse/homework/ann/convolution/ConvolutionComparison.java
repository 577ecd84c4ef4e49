package org.dlcourse.homework.ann.convolution;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.kit.RelativeError;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The relative differences of a solution's output from PyTorch's and DL4J's, for one input and kernel.
 *
 * @param inputShape [batch, channels, height, width]
 * @param kernelShape [filters, channels, height, width]
 * @param pytorch difference from PyTorch's output, where it was recorded
 * @param dl4j difference from DL4J's output
 * @param flipped difference of DL4J's own output if the kernel is flipped: the control
 */
record ConvolutionComparison(
        long[] inputShape, long[] kernelShape, OptionalDouble pytorch, double dl4j, double flipped) {
    /** Compares a solution. */
    static ConvolutionComparison of(Convolution2d solution, Convolution2dCase one) {
        INDArray kernel = one.kernel();
        INDArray output = solution.forward(one.input(), kernel);
        INDArray dl4j = new Dl4jConvolution2d().forward(one.input(), kernel);
        INDArray flipped = new Dl4jConvolution2d()
                .forward(one.input(), Nd4j.reverse(kernel.dup('c').reshape(-1)).reshape(kernel.shape()));
        return new ConvolutionComparison(
                one.input().shape(),
                kernel.shape(),
                one.pytorch().isPresent()
                        ? OptionalDouble.of(relativeError(output, one.pytorch().get()))
                        : OptionalDouble.empty(),
                relativeError(output, dl4j),
                relativeError(flipped, dl4j));
    }

    /**
     * The largest difference of a value, divided by the largest absolute expected value; NaN if one of the values is NaN.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    static double relativeError(INDArray actual, INDArray expected) {
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            throw new IllegalArgumentException("The output has shape " + Arrays.toString(actual.shape()) + "; expected "
                    + Arrays.toString(expected.shape()) + ".");
        }
        return RelativeError.of(
                actual.dup('c').data().asDouble(), expected.dup('c').data().asDouble());
    }

    /** Whether a flipped kernel is another kernel. */
    boolean hasLargerKernelThanOnePixel() {
        return kernelShape[2] * kernelShape[3] > 1;
    }
}
