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

    /** Weights of a filter whose sums are computed together. */
    int TAPS = 3;

    /**
     * Adds the products of neighbouring vectors of filters' gradients and of the input to the sums of neighbouring weights.
     *
     * @param input what the first weight is multiplied with begins at {@code inputStart}, in floats as all that follows
     * @param tapStep from there to what the next weight is multiplied with
     * @param gradient the first filter's gradient begins at {@code gradientStart}, the next one's {@code filterStep} further
     * @param count of vectors
     * @param filters 1 to 8
     * @param taps weights of a filter
     * @param sums those of the first filter begin at {@code sumsStart}, the next one's {@code sumStep} further
     */
    void addProducts(
            float[] input,
            int inputStart,
            int tapStep,
            float[] gradient,
            int gradientStart,
            int filterStep,
            int count,
            int filters,
            int taps,
            float[] sums,
            int sumsStart,
            int sumStep);

    /** Adds the pixels of a row to the sums at {@code sumsStart}. */
    void addPixels(float[] gradient, int from, int to, float[] sums, int sumsStart);

    /** Sets the gradient to zero where the value is not above zero. */
    void clearWhereNotPositive(float[] values, int start, float[] gradient, int from, int to);

    /**
     * Hands the gradient of a row of squares to the first of each square's pixels that is its largest one.
     *
     * @param size rows and columns of a square
     * @param input the first square's first pixel is at {@code inputStart}, the next row's {@code inputRow} further
     * @param largest the first square's largest pixel is at {@code largestStart}
     * @param gradient of the largest pixels, from {@code gradientStart} on
     * @param inputGradient laid out from {@code toStart} on, a row {@code toRow} after the other
     * @param squares of the row
     */
    void spread(
            int size,
            float[] input,
            int inputStart,
            int inputRow,
            float[] largest,
            int largestStart,
            float[] gradient,
            int gradientStart,
            float[] inputGradient,
            int toStart,
            int toRow,
            int squares);
}
