package org.dlcourse.inference;

import org.dlcourse.model.LayerSpec.Convolution;

/** A convolution as it is defined, a row of the output at a time. */
final class DirectConvolution implements ConvolutionStage {
    private final Convolution spec;
    private final LaneImages input;
    private final LaneImages output;
    private final boolean rectified;
    private WeightedSums[] filters;

    DirectConvolution(Convolution spec, LaneImages input, LaneImages output, boolean rectified) {
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
                    offsets[term++] = input.at(channel, row, column);
                }
            }
        }
        filters = WeightedSums.ofFilters(offsets, weights, bias);
    }

    @Override
    public void compute() {
        int plane = output.at(1, 0, 0);
        for (int row = 0; row < output.shape().height(); row++) {
            output.lanes()
                    .sums()
                    .weightedSums(
                            filters,
                            input.values(),
                            input.at(0, row * spec.stride(), 0),
                            spec.stride() * input.lanes().count(),
                            output.values(),
                            output.at(0, row, 0),
                            plane,
                            output.shape().width());
            for (int filter = 0; rectified && filter < spec.filters(); filter++) {
                output.rectify(filter, row);
            }
        }
    }
}
