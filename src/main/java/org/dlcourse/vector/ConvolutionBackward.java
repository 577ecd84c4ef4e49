package org.dlcourse.vector;

import java.util.Optional;

/**
 * The gradient of a convolution's parameters, and the one at its input, which is a convolution of the gradient at the output with the kernels
 * turned by 180 degrees.
 *
 * @param weights adds to the weights' gradient
 * @param toInput that convolution; none where nobody needs the gradient at the input
 */
record ConvolutionBackward(
        LaneLayout outputGradient,
        ConvolutionGradient sums,
        WeightsGradient weights,
        Optional<ConvolutionStage> toInput)
        implements BackwardStage {
    @Override
    public void compute(float[] in, float[] out, float[] gradient, float[] to, int slot) {
        weights.add(in, gradient, slot);
        for (int filter = 0; filter < sums.filters(); filter++) {
            addPixels(gradient, filter, slot);
        }
        toInput.ifPresent(stage -> stage.compute(gradient, to));
    }

    private void addPixels(float[] gradient, int filter, int slot) {
        for (int row = 0; row < outputGradient.shape().height(); row++) {
            int from = outputGradient.at(filter, row, 0);
            int to = outputGradient.at(filter, row, outputGradient.shape().width());
            outputGradient
                    .lanes()
                    .gradients()
                    .addPixels(gradient, from, to, sums.biases(), filter * GradientKernels.SLOTS + slot);
        }
    }
}
