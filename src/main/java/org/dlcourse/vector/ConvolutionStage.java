package org.dlcourse.vector;

import java.util.Optional;
import org.dlcourse.model.LayerSpec.Convolution;

/** A stage with parameters. */
interface ConvolutionStage extends Stage {
    /**
     * Takes over parameters.
     *
     * @param weights [filters, channels, height, width]
     * @param bias [filters]
     */
    void parameters(float[] weights, float[] bias);

    /**
     * A convolution, by a transform if there is one.
     *
     * @param input its rows have room for the transform's tiles, and so have the output's
     */
    static ConvolutionStage of(
            Convolution spec,
            Optional<WinogradTransform> transform,
            LaneLayout input,
            LaneLayout output,
            boolean rectified) {
        return transform
                .<ConvolutionStage>map(tiles -> new WinogradConvolution(spec, tiles, input, output, rectified))
                .orElseGet(() -> new DirectConvolution(spec, input, output, rectified));
    }
}
