package org.dlcourse.vector;

/**
 * Loops of the backward pass over vectors of one width.
 *
 * <p>Sums over pixels are kept apart for each of {@value #SLOTS} images, an image's slot being its index modulo their number, so that they
 * are added in the same order however many floats a register holds.
 */
interface GradientKernels {
    /** Images whose sums are kept apart: the floats of the widest register. */
    int SLOTS = 16;

    /** Filters whose sums are computed together. */
    int FILTERS = 8;

    /** Weights of a filter whose sums are computed together. */
    int TAPS = 3;

    /** Copies neighbouring vectors to where a filter's gradient is expected: each {@value #FILTERS} vectors behind the last one. */
    void interleave(float[] from, int start, int end, float[] to, int toStart);

    /**
     * Adds the products of filters' gradients and of the input to sums, one for each filter and tap.
     *
     * @param input what a tap is multiplied with at the first position begins {@code offsets[tap]} behind {@code inputStart}, in floats as
     *     all that follows; at the next position, a vector further
     * @param offsets of the taps, a multiple of {@value #TAPS}
     * @param gradient from {@code gradientStart} on [count, {@value #FILTERS} filters, lanes]
     * @param count of positions
     * @param filters that are computed at least, 1 to {@value #FILTERS}
     * @param sums from {@code sumsStart} on [offsets / {@value #TAPS}, {@value #FILTERS} filters, {@value #TAPS} taps, {@value #SLOTS} slots]
     */
    void addProducts(
            float[] input,
            int inputStart,
            int[] offsets,
            float[] gradient,
            int gradientStart,
            int count,
            int filters,
            float[] sums,
            int sumsStart);

    /** Adds the pixels of a row to the sums at {@code sumsStart}. */
    void addPixels(float[] gradient, int from, int to, float[] sums, int sumsStart);
}
