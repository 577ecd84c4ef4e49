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
}
