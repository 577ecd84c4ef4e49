package org.dlcourse.homework.cifar;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.homework.data.SplitCifar10;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;

/** The architectures of the handout on colour CIFAR-10. */
public final class ColourCifarArchitectures {
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);
    private static final LayerSpec POOL = new MaxPooling(2);
    private static final List<Integer> HIDDEN = List.of(120, 84);

    /** The tutorial network: two convolutions with pooling and three fully connected layers. */
    public static final Architecture TUTORIAL = tutorial();

    static final Architecture SINGLE_LAYER =
            new Architecture("single layer", SplitCifar10.IMAGE, List.of(new FullyConnected(10, true)));

    static final Architecture LAYERS_WITH_RELU =
            new Architecture("three layers with ReLU", SplitCifar10.IMAGE, fullyConnected(true));

    static final Architecture LAYERS_WITHOUT_RELU =
            new Architecture("three layers without ReLU", SplitCifar10.IMAGE, fullyConnected(false));

    private ColourCifarArchitectures() {}

    private static Architecture tutorial() {
        List<LayerSpec> layers =
                new ArrayList<>(List.of(new Convolution(5, 5, 6), RELU, POOL, new Convolution(5, 5, 16), RELU, POOL));
        layers.addAll(fullyConnected(true));
        return new Architecture("tutorial network", SplitCifar10.IMAGE, layers);
    }

    private static List<LayerSpec> fullyConnected(boolean withRelu) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int units : HIDDEN) {
            layers.add(new FullyConnected(units, true));
            if (withRelu) {
                layers.add(RELU);
            }
        }
        layers.add(new FullyConnected(10, true));
        return layers;
    }
}
