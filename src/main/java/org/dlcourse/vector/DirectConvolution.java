package org.dlcourse.vector;

import org.dlcourse.model.LayerSpec.Convolution;

/** A convolution as it is defined, a row of the output at a time. */
final class DirectConvolution implements ConvolutionStage {
    private final Convolution spec;
    private final LaneLayout input;
    private final LaneLayout output;
    private final boolean rectified;
    private WeightedSums[] filters;

    DirectConvolution(Convolution spec, LaneLayout input, LaneLayout output, boolean rectified) {
        this.spec = spec;
        this.input = input;
        this.output = output;
        this.rectified = rectified;
    }

    @Override
    public void parameters(float[] weights, float[] bias) {
        int channels = input.shape().channels();
        int[] offsets = new int[channels * spec.kernelHeight() * spec.kernelWidth()];
        for (int channel = 0, term = 0; channel < channels; channel++) {
            for (int row = 0; row < spec.kernelHeight(); row++) {
                for (int column = 0; column < spec.kernelWidth(); column++) {
                    offsets[term++] = input.at(channel, row, column) - input.at(0, 0, 0);
                }
            }
        }
        filters = WeightedSums.ofFilters(offsets, weights, bias);
    }

    @Override
    public void compute(float[] from, float[] to) {
        for (int row = 0; row < output.shape().height(); row++) {
            output.lanes()
                    .sums()
                    .weightedSums(
                            filters,
                            from,
                            input.at(0, row * spec.stride(), 0),
                            spec.stride() * input.lanes().count(),
                            to,
                            output.at(0, row, 0),
                            output.planeStep(),
                            output.shape().width());
            for (int filter = 0; rectified && filter < spec.filters(); filter++) {
                output.rectify(to, filter, row);
            }
        }
    }
}
