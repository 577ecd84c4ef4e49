package org.dlcourse.vector;

/** The products as they are defined, a row of the gradient at a time. */
final class DirectWeightsGradient implements WeightsGradient {
    private final LaneLayout input;
    private final LaneLayout gradient;
    private final ConvolutionGradient sums;
    private final int[] offsets;
    /** A row of the gradient, [columns, filters, lanes]. */
    private final float[] row;

    DirectWeightsGradient(LaneLayout input, LaneLayout gradient, ConvolutionGradient sums) {
        this.input = input;
        this.gradient = gradient;
        this.sums = sums;
        this.offsets = sums.offsets(this::offset);
        this.row = new float
                [gradient.shape().width()
                        * GradientKernels.FILTERS
                        * input.lanes().count()];
    }

    private int offset(int tap) {
        int columns = sums.columns();
        return input.at(tap / (sums.rows() * columns), tap / columns % sums.rows(), tap % columns) - input.at(0, 0, 0);
    }

    @Override
    public void add(float[] in, float[] values, int slot) {
        for (int filter = 0; filter < sums.filters(); filter += GradientKernels.FILTERS) {
            for (int at = 0; at < gradient.shape().height(); at++) {
                addRow(in, values, filter, at, slot);
            }
        }
    }

    private void addRow(float[] in, float[] values, int first, int at, int slot) {
        GradientKernels kernels = input.lanes().gradients();
        int width = gradient.shape().width();
        int filters = Math.min(GradientKernels.FILTERS, sums.filters() - first);
        for (int filter = 0; filter < filters; filter++) {
            int from = gradient.at(first + filter, at, 0);
            int end = gradient.at(first + filter, at, width);
            kernels.interleave(values, from, end, row, filter * input.lanes().count());
        }
        kernels.addProducts(
                in, input.at(0, at, 0), offsets, row, 0, width, filters, sums.weights(), sums.at(first, 0) + slot);
    }
}
