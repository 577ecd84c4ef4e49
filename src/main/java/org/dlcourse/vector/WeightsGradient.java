package org.dlcourse.vector;

/** Sums up the products that the gradient of a convolution's weights is made of. */
interface WeightsGradient {
    /**
     * Adds the products of the images of a vector.
     *
     * @param in what the convolution read
     * @param gradient at its outputs
     * @param slot of the first image
     */
    void add(float[] in, float[] gradient, int slot);

    /** As it is defined, or by the convolution's transform. */
    static WeightsGradient of(LaneLayout input, LaneLayout gradient, ConvolutionGradient sums) {
        return sums.transform()
                .<WeightsGradient>map(tiles -> new WinogradWeightsGradient(tiles, input, gradient, sums))
                .orElseGet(() -> new DirectWeightsGradient(input, gradient, sums));
    }
}
