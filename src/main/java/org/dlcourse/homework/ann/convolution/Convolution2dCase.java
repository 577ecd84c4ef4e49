package org.dlcourse.homework.ann.convolution;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.kit.NormalArray;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images and kernels that a solution is tested with.
 *
 * @param input [batch, channels, height, width]
 * @param kernel [filters, channels, height, width]
 * @param pytorch PyTorch's output, where it was recorded
 */
record Convolution2dCase(INDArray input, INDArray kernel, Optional<INDArray> pytorch) {
    private static final int HIDDEN_PER_KIND = 3;

    /** What a solution may be right or wrong for, apart from the others. */
    enum Kind {
        ONE_CHANNEL("one input channel, rectangular"),
        SQUARE("several input channels, square"),
        RECTANGULAR("several input channels, rectangular");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind as the catalogue's criterion. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** The kind of the images and kernels. */
    Kind kind() {
        boolean square = input.size(2) == input.size(3) && kernel.size(2) == kernel.size(3);
        return input.size(1) == 1 ? Kind.ONE_CHANNEL : square ? Kind.SQUARE : Kind.RECTANGULAR;
    }

    /** Images and kernels of every kind with shapes and numbers that a seed gives. */
    static List<Convolution2dCase> hidden(long seed) {
        Random random = SeededRandom.of(seed, "hidden two-dimensional convolutions");
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.range(0, HIDDEN_PER_KIND).mapToObj(i -> drawn(kind, random)))
                .toList();
    }

    private static Convolution2dCase drawn(Kind kind, Random random) {
        int channels = kind == Kind.ONE_CHANNEL ? 1 : random.nextInt(2, 6);
        int height = random.nextInt(8, 14);
        int width = kind == Kind.SQUARE ? height : height + random.nextInt(2, 6);
        int kernelHeight = random.nextInt(2, 5);
        int kernelWidth = kind == Kind.SQUARE ? kernelHeight : kernelHeight + random.nextInt(1, 4);
        return new Convolution2dCase(
                NormalArray.of(random, random.nextInt(2, 5), channels, height, width),
                NormalArray.of(random, random.nextInt(2, 6), channels, kernelHeight, kernelWidth),
                Optional.empty());
    }
}
