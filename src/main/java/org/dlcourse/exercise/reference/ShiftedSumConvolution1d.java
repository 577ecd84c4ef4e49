package org.dlcourse.exercise.reference;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Arrays;
import org.dlcourse.exercise.Convolution1d;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * Convolution as a sum over the positions in the kernel, of every stride-th input times the weights at that position, as one
 * matrix product. The backward pass has the same products with the gradient of the output in place of one factor.
 */
public final class ShiftedSumConvolution1d implements Convolution1d {
    @Override
    public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
        check(input, weights, stride);
        if (bias.rank() != 1 || bias.length() != weights.size(0)) {
            throw new IllegalArgumentException("Found bias " + Arrays.toString(bias.shape()) + " and weights "
                    + Arrays.toString(weights.shape()) + "; expected a bias for each output channel.");
        }
        long batch = input.size(0);
        long width = outputWidth(input, weights, stride);
        INDArray output = Nd4j.zeros(DataType.DOUBLE, weights.size(0), batch * width);
        for (long k = 0; k < weights.size(2); k++) {
            output.addi(weightsAt(weights, k).mmul(inputsAt(input, k, stride, width)));
        }
        output.addiColumnVector(bias.reshape(bias.length(), 1));
        return batchFirst(output, batch, width);
    }

    @Override
    public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
        check(input, weights, stride);
        long batch = input.size(0);
        long width = outputWidth(input, weights, stride);
        long[] outputShape = {batch, weights.size(0), width};
        if (!Arrays.equals(outputGradient.shape(), outputShape)) {
            throw new IllegalArgumentException("Found an output gradient " + Arrays.toString(outputGradient.shape())
                    + "; expected the output's shape " + Arrays.toString(outputShape) + ".");
        }
        INDArray delta = channelsFirst(outputGradient);
        INDArray inputGradient = Nd4j.zeros(DataType.DOUBLE, input.shape());
        INDArray weightsGradient = Nd4j.zeros(DataType.DOUBLE, weights.shape());
        for (long k = 0; k < weights.size(2); k++) {
            INDArray inputs = inputsAt(input, k, stride, width);
            weightsGradient.get(all(), all(), point(k)).assign(delta.mmul(inputs.transpose()));
            INDArray passedBack = weightsAt(weights, k).transpose().mmul(delta);
            inputGradient.get(all(), all(), multipliedBy(k, stride, width)).addi(batchFirst(passedBack, batch, width));
        }
        return new Gradients(inputGradient, weightsGradient, delta.sum(1));
    }

    /** The width of the output: the number of positions of the kernel when it moves by the stride. */
    private static long outputWidth(INDArray input, INDArray weights, int stride) {
        return (input.size(2) - weights.size(2)) / stride + 1;
    }

    /** The inputs that are multiplied by the k-th weight: every stride-th. */
    private static INDArrayIndex multipliedBy(long k, int stride, long width) {
        // ND4J takes two elements for an interval of one whose stride is larger than it.
        return width == 1 ? interval(k, k + 1) : interval(k, stride, k + (width - 1) * stride + 1);
    }

    /** The inputs that are multiplied by the k-th weight, [input channels, batch times output width]. */
    private static INDArray inputsAt(INDArray input, long k, int stride, long width) {
        return channelsFirst(input.get(all(), all(), multipliedBy(k, stride, width)));
    }

    /** [output channels, input channels]. */
    private static INDArray weightsAt(INDArray weights, long k) {
        return weights.get(all(), all(), point(k)).dup('c').reshape('c', weights.size(0), weights.size(1));
    }

    /** From [batch, channels, width] to [channels, batch times width]. */
    private static INDArray channelsFirst(INDArray array) {
        return array.permute(1, 0, 2).dup('c').reshape('c', array.size(1), array.size(0) * array.size(2));
    }

    /** From [channels, batch times width] to [batch, channels, width]. */
    private static INDArray batchFirst(INDArray array, long batch, long width) {
        return array.reshape('c', array.size(0), batch, width).permute(1, 0, 2).dup('c');
    }

    private static void check(INDArray input, INDArray weights, int stride) {
        String found = "Found input " + Arrays.toString(input.shape()) + ", weights " + Arrays.toString(weights.shape())
                + " and stride " + stride + "; ";
        if (input.rank() != 3 || weights.rank() != 3) {
            throw new IllegalArgumentException(found + "expected [batch, input channels, width] and [output channels,"
                    + " input channels, kernel width].");
        }
        if (input.size(1) != weights.size(1)) {
            throw new IllegalArgumentException(
                    found + "expected as many input channels in the weights as in the input.");
        }
        if (weights.size(2) > input.size(2)) {
            throw new IllegalArgumentException(found + "expected a kernel no wider than the input.");
        }
        if (stride < 1) {
            throw new IllegalArgumentException(found + "expected a stride of at least 1.");
        }
    }
}
