package org.dlcourse.exercise.reference;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Arrays;
import org.dlcourse.exercise.Convolution2d;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Convolution as a sum over the positions in the kernel, of the shifted images times the weights at that position.
 *
 * <p>One matrix product per position in the kernel, [filters, channels] by [channels, all output pixels]; no loop over images or
 * pixels.
 */
public final class ShiftedSumConvolution2d implements Convolution2d {
    @Override
    public INDArray forward(INDArray input, INDArray kernel) {
        checkShapes(input, kernel);
        INDArray images = input.castTo(DataType.DOUBLE);
        INDArray weights = kernel.castTo(DataType.DOUBLE);
        long batch = images.size(0);
        long channels = images.size(1);
        long filters = weights.size(0);
        long height = images.size(2) - weights.size(2) + 1;
        long width = images.size(3) - weights.size(3) + 1;

        INDArray output = Nd4j.zeros(DataType.DOUBLE, filters, batch * height * width);
        for (long y = 0; y < weights.size(2); y++) {
            for (long x = 0; x < weights.size(3); x++) {
                INDArray shifted = images.get(all(), all(), interval(y, y + height), interval(x, x + width))
                        .permute(1, 0, 2, 3)
                        .dup('c')
                        .reshape('c', channels, batch * height * width);
                INDArray weightsHere =
                        weights.get(all(), all(), point(y), point(x)).dup('c').reshape('c', filters, channels);
                output.addi(weightsHere.mmul(shifted));
            }
        }
        return output.reshape('c', filters, batch, height, width)
                .permute(1, 0, 2, 3)
                .dup('c');
    }

    private static void checkShapes(INDArray input, INDArray kernel) {
        String found = "Found input " + Arrays.toString(input.shape()) + " and kernel "
                + Arrays.toString(kernel.shape()) + "; ";
        if (input.rank() != 4 || kernel.rank() != 4) {
            throw new IllegalArgumentException(
                    found + "expected [batch, channels, height, width] and [filters, channels,"
                            + " kernel height, kernel width].");
        }
        if (input.size(1) != kernel.size(1)) {
            throw new IllegalArgumentException(found + "expected as many channels in the kernel as in the input.");
        }
        if (kernel.size(2) > input.size(2) || kernel.size(3) > input.size(3)) {
            throw new IllegalArgumentException(found + "expected a kernel no larger than the images.");
        }
    }
}
