package org.dlcourse.vector;

import java.util.Arrays;

/**
 * The gradient of a convolution's parameters, summed up over the images of a batch.
 *
 * <p>Each sum is kept apart for {@value GradientKernels#SLOTS} images. The gradient of a weight is the sum of the products of the outputs'
 * gradient and the inputs that the weight is multiplied with.
 *
 * @param columns of a kernel
 * @param weights [filters, channels, rows, columns, slots], with room for what kernels read behind it
 * @param biases [filters, slots]
 */
record ConvolutionGradient(int filters, int channels, int rows, int columns, float[] weights, float[] biases) {
    private static final int SLOTS = GradientKernels.SLOTS;

    static ConvolutionGradient zeros(int filters, int channels, int rows, int columns) {
        return new ConvolutionGradient(
                filters,
                channels,
                rows,
                columns,
                new float[(filters * channels * rows * columns + GradientKernels.COLUMNS) * SLOTS],
                new float[filters * SLOTS]);
    }

    void clear() {
        Arrays.fill(weights, 0);
        Arrays.fill(biases, 0);
    }

    /** Where the sums of a kernel's row begin. */
    int at(int filter, int channel, int row) {
        return ((filter * channels + channel) * rows + row) * columns * SLOTS;
    }

    /** Floats from one filter to the next. */
    int filterStep() {
        return channels * rows * columns * SLOTS;
    }

    /** The weights' gradient, [filters, channels, rows, columns]. */
    float[] ofWeights() {
        return totals(weights, filters * channels * rows * columns);
    }

    /** The bias's gradient, [filters]. */
    float[] ofBias() {
        return totals(biases, filters);
    }

    private static float[] totals(float[] sums, int count) {
        float[] totals = new float[count];
        for (int i = 0; i < count; i++) {
            int at = i * SLOTS;
            float even = 0;
            float odd = 0;
            for (int slot = 0; slot < SLOTS; slot += 2) {
                even += sums[at + slot];
                odd += sums[at + slot + 1];
            }
            totals[i] = even + odd;
        }
        return totals;
    }
}
