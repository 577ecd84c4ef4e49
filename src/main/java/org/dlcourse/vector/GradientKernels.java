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

    /** Columns of a kernel whose sums are computed together. */
    int COLUMNS = 3;

    /**
     * Adds the products of a row of the gradient and a row of the input to the sums of the weights of one row of kernels.
     *
     * @param input the row of the input begins at {@code inputStart}, in floats as all that follows
     * @param gradient the row of the first filter's gradient begins at {@code gradientStart}, the next one's {@code filterStep} further
     * @param pixels of a row of the gradient
     * @param filters 1 to 8
     * @param columns of the kernels
     * @param sums the sums of the first filter's first column begin at {@code sumsStart}, the next filter's {@code sumStep} further
     */
    void addProducts(
            float[] input,
            int inputStart,
            float[] gradient,
            int gradientStart,
            int filterStep,
            int pixels,
            int filters,
            int columns,
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
