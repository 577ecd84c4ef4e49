package org.dlcourse.homework.conv;

import java.util.stream.Stream;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;

/** The architectures of the competition's entries, for colour images of 32 x 32 pixels and ten classes. */
final class CompetitionArchitectures {
    private CompetitionArchitectures() {}

    /**
     * Convolutions of 3 x 3 and pooling as in VGG, with as many multiplications as {@link #residual}.
     *
     * @param width filters of the first layer; each halving of height and width doubles their number
     */
    static Architecture stacked(int width) {
        return classifier(
                "stacked " + width,
                new NormalisedConvolution(3, width),
                new NormalisedConvolution(3, 2 * width, 2),
                new NormalisedConvolution(3, 4 * width, 2),
                new NormalisedConvolution(3, 8 * width),
                new NormalisedConvolution(3, 8 * width, 2));
    }

    /**
     * The same stages with a residual block in the second and one in the last, as in small residual networks for fast training.
     *
     * @param width filters of the first layer
     */
    static Architecture residual(int width) {
        return classifier(
                "residual " + width,
                new NormalisedConvolution(3, width),
                new NormalisedConvolution(3, 2 * width, 2),
                new Residual(2 * width),
                new NormalisedConvolution(3, 4 * width, 2),
                new NormalisedConvolution(3, 8 * width, 2),
                new Residual(8 * width));
    }

    /** These layers, global average pooling, and the prediction layer. */
    private static Architecture classifier(String name, LayerSpec... layers) {
        return new Architecture(
                name,
                SplitCifar10.IMAGE,
                Stream.concat(Stream.of(layers), Stream.of(new GlobalAveragePooling(), new FullyConnected(10, true)))
                        .toList());
    }
}
