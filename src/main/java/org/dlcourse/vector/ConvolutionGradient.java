package org.dlcourse.vector;

import java.util.Arrays;
import java.util.Optional;

/**
 * The gradient of a convolution's parameters, summed up over the images of a batch.
 *
 * <p>Each sum is kept apart for {@value GradientKernels#SLOTS} images. The gradient of a weight is the sum of the products of the outputs'
 * gradient and the inputs that the weight is multiplied with. With a transform, it is a weighted sum of such sums of transformed numbers.
 *
 * @param rows of a kernel
 * @param columns of a kernel
 * @param transform along the rows
 * @param weights [filters, channels, rows, columns, slots], or with a transform [filters, channels, products, rows, slots]; with room for
 *     what kernels read behind it
 * @param biases [filters, slots]
 */
record ConvolutionGradient(
        int filters,
        int channels,
        int rows,
        int columns,
        Optional<WinogradTransform> transform,
        float[] weights,
        float[] biases) {
    private static final int SLOTS = GradientKernels.SLOTS;

    static ConvolutionGradient zeros(
            int filters, int channels, int rows, int columns, Optional<WinogradTransform> transform) {
        int sums = rows * transform.map(tiles -> WinogradTransform.PRODUCTS).orElse(columns);
        return new ConvolutionGradient(
                filters,
                channels,
                rows,
                columns,
                transform,
                new float[(filters * channels * sums + GradientKernels.TAPS) * SLOTS],
                new float[filters * SLOTS]);
    }

    void clear() {
        Arrays.fill(weights, 0);
        Arrays.fill(biases, 0);
    }

    /** Where the sums of a filter's kernel for a channel begin. */
    int at(int filter, int channel) {
        return filter * filterStep() + channel * kernel() * SLOTS;
    }

    /** Floats from one filter to the next. */
    int filterStep() {
        return channels * kernel() * SLOTS;
    }

    /** Sums of a kernel. */
    private int kernel() {
        return rows * (transform.isPresent() ? WinogradTransform.PRODUCTS : columns);
    }

    /** The weights' gradient, [filters, channels, rows, columns]. */
    float[] ofWeights() {
        float[] totals = totals(weights, filters * channels * kernel());
        return transform.map(tiles -> untransformed(tiles, totals)).orElse(totals);
    }

    private float[] untransformed(WinogradTransform tiles, float[] totals) {
        float[] gradient = new float[filters * channels * rows * columns];
        for (int at = 0; at < gradient.length; at++) {
            int first = at / (rows * columns) * kernel() + at / columns % rows;
            double sum = 0;
            for (int product = 0; product < WinogradTransform.PRODUCTS; product++) {
                sum += tiles.coefficient(product, at % columns) * totals[first + product * rows];
            }
            gradient[at] = (float) sum;
        }
        return gradient;
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
