package org.dlcourse.vector;

/** Loops of the backward pass that hand a gradient on where a condition on the values holds, over vectors of one width. */
interface MaskKernels {
    /** Sets the gradient to zero where the value is not above zero. */
    void clearWhereNotPositive(float[] values, int start, float[] gradient, int from, int to);

    /**
     * Hands the gradient of a row of squares to the first of each square's pixels that is its largest one.
     *
     * @param size rows and columns of a square
     * @param input the first square's first pixel is at {@code inputStart}, the next row's {@code inputRow} further
     * @param largest the first square's largest pixel is at {@code largestStart}
     * @param gradient of the largest pixels, from {@code gradientStart} on; what was handed on is set to zero
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
