package org.dlcourse.vector;

import java.util.Optional;

/**
 * The gradient of a convolution's parameters, and the one at its input, which is a convolution of the gradient at the output with the kernels
 * turned by 180 degrees.
 *
 * @param toInput that convolution; none where nobody needs the gradient at the input
 */
record ConvolutionBackward(
        LaneLayout input, LaneLayout outputGradient, ConvolutionGradient sums, Optional<ConvolutionStage> toInput)
        implements BackwardStage {
    /** Filters whose products are summed up together. */
    private static final int FILTERS = 8;

    @Override
    public void compute(float[] in, float[] out, float[] gradient, float[] to, int slot) {
        for (int filter = 0; filter < sums.filters(); filter += FILTERS) {
            int filters = Math.min(FILTERS, sums.filters() - filter);
            for (int channel = 0; channel < sums.channels(); channel++) {
                addProducts(in, channel, gradient, filter, filters, slot);
            }
        }
        for (int filter = 0; filter < sums.filters(); filter++) {
            addPixels(gradient, filter, slot);
        }
        toInput.ifPresent(stage -> stage.compute(gradient, to));
    }

    private void addProducts(float[] in, int channel, float[] gradient, int filter, int filters, int slot) {
        GradientKernels kernels = input.lanes().gradients();
        for (int row = 0; row < outputGradient.shape().height(); row++) {
            for (int kernelRow = 0; kernelRow < sums.rows(); kernelRow++) {
                kernels.addProducts(
                        in,
                        input.at(channel, row + kernelRow, 0),
                        gradient,
                        outputGradient.at(filter, row, 0),
                        outputGradient.planeStep(),
                        outputGradient.shape().width(),
                        filters,
                        sums.columns(),
                        sums.weights(),
                        sums.at(filter, channel, kernelRow) + slot,
                        sums.filterStep());
            }
        }
    }

    private void addPixels(float[] gradient, int filter, int slot) {
        for (int row = 0; row < outputGradient.shape().height(); row++) {
            int from = outputGradient.at(filter, row, 0);
            int to = outputGradient.at(filter, row, outputGradient.shape().width());
            input.lanes()
                    .gradients()
                    .addPixels(gradient, from, to, sums.biases(), filter * GradientKernels.SLOTS + slot);
        }
    }
}
