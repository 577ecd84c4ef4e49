package org.dlcourse.vector;

/** The products as they are defined, a row of the gradient at a time. */
record DirectWeightsGradient(LaneLayout input, LaneLayout gradient, ConvolutionGradient sums)
        implements WeightsGradient {
    @Override
    public void add(float[] in, float[] values, int slot) {
        for (int filter = 0; filter < sums.filters(); filter += FILTERS) {
            for (int channel = 0; channel < sums.channels(); channel++) {
                for (int row = 0; row < gradient.shape().height(); row++) {
                    addRow(in, channel, values, filter, row, slot);
                }
            }
        }
    }

    private void addRow(float[] in, int channel, float[] values, int filter, int row, int slot) {
        int rowStep = sums.columns() * GradientKernels.SLOTS;
        for (int kernelRow = 0; kernelRow < sums.rows(); kernelRow++) {
            input.lanes()
                    .gradients()
                    .addProducts(
                            in,
                            input.at(channel, row + kernelRow, 0),
                            input.lanes().count(),
                            values,
                            gradient.at(filter, row, 0),
                            gradient.planeStep(),
                            gradient.shape().width(),
                            Math.min(FILTERS, sums.filters() - filter),
                            sums.columns(),
                            sums.weights(),
                            sums.at(filter, channel) + kernelRow * rowStep + slot,
                            sums.filterStep());
        }
    }
}
