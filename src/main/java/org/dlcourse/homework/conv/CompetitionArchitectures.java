package org.dlcourse.homework.conv;

import java.util.List;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;
import org.dlcourse.model.Shape;

/** The architectures of the competition's entries, for colour images of 32 x 32 pixels and ten classes. */
final class CompetitionArchitectures {
    private static final Shape IMAGE = new Shape(3, 32, 32);
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);
    private static final LayerSpec POOL = new MaxPooling(2);
    private static final LayerSpec PREDICTION = new FullyConnected(10, true);

    private CompetitionArchitectures() {}

    /**
     * Convolutions of 3 x 3 and pooling in the manner of VGG; as many multiplications as {@link #residual}.
     *
     * @param width filters of the first layer; each halving of the image's sides doubles them
     */
    static Architecture stacked(int width) {
        return new Architecture(
                "stacked " + width,
                IMAGE,
                List.of(
                        new NormalisedConvolution(3, width),
                        new NormalisedConvolution(3, 2 * width, 2),
                        new NormalisedConvolution(3, 4 * width, 2),
                        new NormalisedConvolution(3, 8 * width),
                        new NormalisedConvolution(3, 8 * width, 2),
                        new GlobalAveragePooling(),
                        PREDICTION));
    }

    /**
     * The same stages with a residual block in the second and one in the last, in the manner of the small residual networks that
     * are trained fast.
     *
     * @param width filters of the first layer
     */
    static Architecture residual(int width) {
        return new Architecture(
                "residual " + width,
                IMAGE,
                List.of(
                        new NormalisedConvolution(3, width),
                        new NormalisedConvolution(3, 2 * width, 2),
                        new Residual(2 * width),
                        new NormalisedConvolution(3, 4 * width, 2),
                        new NormalisedConvolution(3, 8 * width, 2),
                        new Residual(8 * width),
                        new GlobalAveragePooling(),
                        PREDICTION));
    }
}
