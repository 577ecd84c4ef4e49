package org.dlcourse.exercise.mistake;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Collections;
import java.util.List;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.kit.Mistake;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Wrong two-dimensional convolutions, each a correct one with one change. */
public final class Convolution2dMistakes {
    private Convolution2dMistakes() {}

    /** All that images with several channels reveal, made from a correct solution. */
    public static List<Mistake<Convolution2d>> of(Convolution2d right) {
        return List.of(
                flippedKernel(right),
                firstImage(right),
                new Mistake<>(
                        "only the first input channel counts", (input, kernel) -> ofChannel(right, input, kernel, 0)),
                new Mistake<>(
                        "only the last input channel counts, as with = in place of +=",
                        (input, kernel) -> ofChannel(right, input, kernel, input.size(1) - 1)),
                new Mistake<>(
                        "the input channels are averaged and not added",
                        (input, kernel) -> right.forward(input, kernel).div(input.size(1))));
    }

    /** Those that images with one channel reveal. */
    public static List<Mistake<Convolution2d>> ofOneChannel(Convolution2d right) {
        return List.of(flippedKernel(right), firstImage(right));
    }

    private static Mistake<Convolution2d> flippedKernel(Convolution2d right) {
        return new Mistake<>(
                "the kernel is flipped, as in the mathematical convolution",
                (input, kernel) -> right.forward(input, flipped(kernel)));
    }

    private static Mistake<Convolution2d> firstImage(Convolution2d right) {
        return new Mistake<>("only the first image of the batch is filtered", (input, kernel) -> {
            INDArray first = right.forward(input.get(interval(0, 1), all(), all(), all()), kernel);
            return Nd4j.concat(
                    0, Collections.nCopies((int) input.size(0), first).toArray(INDArray[]::new));
        });
    }

    private static INDArray ofChannel(Convolution2d right, INDArray input, INDArray kernel, long channel) {
        return right.forward(
                input.get(all(), interval(channel, channel + 1), all(), all()),
                kernel.get(all(), interval(channel, channel + 1), all(), all()));
    }

    private static INDArray flipped(INDArray kernel) {
        INDArray flipped = Nd4j.zeros(DataType.DOUBLE, kernel.shape());
        long height = kernel.size(2);
        long width = kernel.size(3);
        for (long y = 0; y < height; y++) {
            for (long x = 0; x < width; x++) {
                flipped.get(all(), all(), interval(y, y + 1), interval(x, x + 1))
                        .assign(kernel.get(
                                all(),
                                all(),
                                interval(height - 1 - y, height - y),
                                interval(width - 1 - x, width - x)));
            }
        }
        return flipped;
    }
}
