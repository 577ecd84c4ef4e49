package org.example.shapes;

import java.util.Arrays;

/** The reference solution of {@link MaxPooling}. */
public final class LoopMaxPooling implements MaxPooling {
    @Override
    public double[][] pool(double[][] image, int size) {
        double[][] pooled = new double[image.length / size][image[0].length / size];
        for (double[] row : pooled) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int y = 0; y < pooled.length * size; y++) {
            for (int x = 0; x < pooled[0].length * size; x++) {
                pooled[y / size][x / size] = Math.max(pooled[y / size][x / size], image[y][x]);
            }
        }
        return pooled;
    }
}
