package org.example.shapes;

import java.util.Arrays;
import java.util.Random;
import org.dlcourse.kit.ExerciseCheck;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An image of random numbers of either sign, and what ND4J makes of it.
 *
 * @param image [height, width]
 * @param size side of a square in pixels
 */
record MaxPoolingCase(double[][] image, int size) {
    static MaxPoolingCase ofRandomNumbers(int side, int size, long seed) {
        Random random = new Random(seed);
        double[][] image = new double[side][side];
        for (double[] row : image) {
            Arrays.setAll(row, i -> random.nextGaussian() - 1);
        }
        return new MaxPoolingCase(image, size);
    }

    /** The values of ND4J's own operation, row by row. */
    double[] expected() {
        Pooling2DConfig config = Pooling2DConfig.builder()
                .kH(size)
                .kW(size)
                .sH(size)
                .sW(size)
                .isNHWC(false)
                .build();
        return Nd4j.cnn()
                .maxPooling2d(
                        Nd4j.createFromArray(image)
                                .castTo(DataType.DOUBLE)
                                .reshape(1, 1, image.length, image[0].length),
                        config)
                .data()
                .asDouble();
    }

    /** Judges solutions by this image. The largest of some numbers is one of them, so that nothing is rounded. */
    ExerciseCheck<MaxPooling> check() {
        return new ExerciseCheck<>(MaxPoolingMistakes.all(), this::values, expected(), 0);
    }

    private double[] values(MaxPooling solution) {
        double[][] pooled = solution.pool(image, size);
        int side = image.length / size;
        if (pooled.length != side || Arrays.stream(pooled).anyMatch(row -> row.length != side)) {
            throw new IllegalArgumentException("The result is not [" + side + ", " + side
                    + "], the side of the image divided by that of a square.");
        }
        return Arrays.stream(pooled).flatMapToDouble(Arrays::stream).toArray();
    }
}
