package org.dlcourse.homework.ann;

import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;

/** The five architectures of the handout on gray CIFAR-10. */
public final class GrayCifarArchitectures {
    private static final Shape GRAY_IMAGE = new Shape(1, 32, 32);
    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);
    private static final LayerSpec POOL = new MaxPooling(2);

    /** FC-32, ReLU and the prediction layer. */
    public static final Architecture MLP_1 = classifier("mlp_1", new FullyConnected(32, true), RELU);

    /** FC-64 has neither a bias nor an activation. */
    public static final Architecture MLP_2 =
            classifier("mlp_2", new FullyConnected(32, true), RELU, new FullyConnected(64, false));

    /** The third convolution has no activation. */
    public static final Architecture CNN_3 =
            classifier("cnn_3", conv(3, 16), RELU, conv(5, 8), RELU, POOL, conv(7, 16), POOL);

    /** Four convolutions with ReLU, two of them followed by pooling. */
    public static final Architecture CNN_4 =
            classifier("cnn_4", conv(3, 16), RELU, conv(3, 8), RELU, conv(5, 16), RELU, POOL, conv(5, 16), RELU, POOL);

    /** Six narrow convolutions with ReLU. */
    public static final Architecture CNN_5 = classifier(
            "cnn_5",
            conv(3, 8),
            RELU,
            conv(3, 16),
            RELU,
            conv(3, 8),
            RELU,
            conv(3, 16),
            RELU,
            POOL,
            conv(3, 16),
            RELU,
            conv(3, 8),
            RELU,
            POOL);

    private GrayCifarArchitectures() {}

    /**
     * All five.
     *
     * @return mlp_1, mlp_2, cnn_3, cnn_4, cnn_5: the handout's order
     */
    public static List<Architecture> all() {
        return List.of(MLP_1, MLP_2, CNN_3, CNN_4, CNN_5);
    }

    private static LayerSpec conv(int kernel, int filters) {
        return new Convolution(kernel, kernel, filters);
    }

    private static Architecture classifier(String name, LayerSpec... layers) {
        LayerSpec prediction = new FullyConnected(10, true);
        return new Architecture(
                name,
                GRAY_IMAGE,
                Stream.concat(Stream.of(layers), Stream.of(prediction)).toList());
    }
}
