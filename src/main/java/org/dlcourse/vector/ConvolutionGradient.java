package org.dlcourse.vector;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The gradient of a convolution's parameters, summed up over the images of a batch.
 *
 * <p>Each sum is kept apart for {@value GradientKernels#SLOTS} images. The gradient of a weight is the sum of the products of the outputs'
 * gradient and the inputs that the weight is multiplied with. With a transform, it is a weighted sum of such sums of transformed numbers.
 *
 * @param rows of a kernel
 * @param columns of a kernel
 * @param transform along the rows
 * @param weights [groups of {@value GradientKernels#FILTERS} filters, products, groups of {@value GradientKernels#TAPS} taps, filters, taps,
 *     slots], the last groups filled up with sums that nobody reads; without a transform, there is one product for each tap
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
    private static final int FILTERS = GradientKernels.FILTERS;
    private static final int TAPS = GradientKernels.TAPS;

    static ConvolutionGradient zeros(
            int filters, int channels, int rows, int columns, Optional<WinogradTransform> transform) {
        int products = transform.isPresent() ? WinogradTransform.PRODUCTS : 1;
        int taps = channels * rows * (transform.isPresent() ? 1 : columns);
        int sums = groups(filters, FILTERS) * FILTERS * products * groups(taps, TAPS) * TAPS;
        return new ConvolutionGradient(
                filters, channels, rows, columns, transform, new float[sums * SLOTS], new float[filters * SLOTS]);
    }

    private static int groups(int count, int size) {
        return (count + size - 1) / size;
    }

    void clear() {
        Arrays.fill(weights, 0);
        Arrays.fill(biases, 0);
    }

    private int products() {
        return transform.isPresent() ? WinogradTransform.PRODUCTS : 1;
    }

    /** What a filter has a weight for: a column of its kernel with a transform, else a pixel. */
    private int taps() {
        return channels * rows * (transform.isPresent() ? 1 : columns);
    }

    /** The offsets of all taps in their order, in groups, the last one filled up. */
    int[] offsets(IntUnaryOperator ofTap) {
        return IntStream.range(0, groups(taps(), TAPS) * TAPS)
                .map(tap -> ofTap.applyAsInt(Math.min(tap, taps() - 1)))
                .toArray();
    }

    /** Where the sums of a group of filters for a product begin. */
    int at(int firstFilter, int product) {
        return sum(firstFilter, product, 0) * SLOTS;
    }

    private int sum(int filter, int product, int tap) {
        int group = (filter / FILTERS * products() + product) * groups(taps(), TAPS) + tap / TAPS;
        return (group * FILTERS + filter % FILTERS) * TAPS + tap % TAPS;
    }

    /** The weights' gradient, [filters, channels, rows, columns]. */
    float[] ofWeights() {
        float[] totals = totals(weights);
        float[] gradient = new float[filters * channels * rows * columns];
        int columnsOfTap = gradient.length / (filters * taps());
        int at = 0;
        for (int filter = 0; filter < filters; filter++) {
            for (int tap = 0; tap < taps(); tap++) {
                for (int column = 0; column < columnsOfTap; column++) {
                    gradient[at++] = transform.isPresent()
                            ? untransformed(transform.get(), column, totals, filter, tap)
                            : totals[sum(filter, 0, tap)];
                }
            }
        }
        return gradient;
    }

    private float untransformed(WinogradTransform tiles, int column, float[] totals, int filter, int tap) {
        int first = sum(filter, 0, tap);
        int step = sum(filter, 1, tap) - first;
        double sum = 0;
        for (int product = 0; product < WinogradTransform.PRODUCTS; product++) {
            sum += tiles.coefficient(product, column) * totals[first + product * step];
        }
        return (float) sum;
    }

    /** The bias's gradient, [filters]. */
    float[] ofBias() {
        return totals(biases);
    }

    private static float[] totals(float[] sums) {
        float[] totals = new float[sums.length / SLOTS];
        for (int i = 0; i < totals.length; i++) {
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
