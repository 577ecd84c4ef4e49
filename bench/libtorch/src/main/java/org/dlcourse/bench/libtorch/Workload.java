package org.dlcourse.bench.libtorch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is trained and how often it is evaluated.
 *
 * @param layers adds the layers to a network that has none
 * @param channels of an image
 * @param side of an image in pixels
 * @param method how the parameters are updated
 * @param batchSize images of a step
 * @param steps that are timed
 * @param evaluated whether the network is evaluated at every tenth step
 * @param convolutional whether it has convolutions
 */
record Workload(
        Function<Network, Network> layers,
        int channels,
        int side,
        Method method,
        int batchSize,
        int steps,
        boolean evaluated,
        boolean convolutional) {
    static final int CLASSES = 10;

    enum Method {
        SGD,
        MOMENTUM,
        ADAM
    }

    /** All of them, by the names that TrainingWorkload has for them. */
    static Map<String, Workload> all() {
        Map<String, Workload> all = new LinkedHashMap<>();
        all.put("ANN-3.1 mlp_1", gray(net -> net.fullyConnected(32, true).relu().fullyConnected(CLASSES, true), false));
        all.put(
                "ANN-3.1 mlp_2",
                gray(
                        net -> net.fullyConnected(32, true)
                                .relu()
                                .fullyConnected(64, false)
                                .fullyConnected(CLASSES, true),
                        false));
        all.put(
                "ANN-3.1 cnn_3",
                gray(
                        net -> net.convolution(3, 16)
                                .relu()
                                .convolution(5, 8)
                                .relu()
                                .pooling()
                                .convolution(7, 16)
                                .pooling()
                                .fullyConnected(CLASSES, true),
                        true));
        all.put(
                "ANN-3.1 cnn_4",
                gray(
                        net -> net.convolution(3, 16)
                                .relu()
                                .convolution(3, 8)
                                .relu()
                                .convolution(5, 16)
                                .relu()
                                .pooling()
                                .convolution(5, 16)
                                .relu()
                                .pooling()
                                .fullyConnected(CLASSES, true),
                        true));
        all.put(
                "ANN-3.1 cnn_5",
                gray(
                        net -> net.convolution(3, 8)
                                .relu()
                                .convolution(3, 16)
                                .relu()
                                .convolution(3, 8)
                                .relu()
                                .convolution(3, 16)
                                .relu()
                                .pooling()
                                .convolution(3, 16)
                                .relu()
                                .convolution(3, 8)
                                .relu()
                                .pooling()
                                .fullyConnected(CLASSES, true),
                        true));
        Function<Network, Network> tutorial = net -> net.convolution(5, 6)
                .relu()
                .pooling()
                .convolution(5, 16)
                .relu()
                .pooling()
                .fullyConnected(120, true)
                .relu()
                .fullyConnected(84, true)
                .relu()
                .fullyConnected(CLASSES, true);
        all.put("tutorial batch 4", new Workload(tutorial, 3, 32, Method.MOMENTUM, 4, 8_000, false, true));
        all.put("tutorial batch 1000", new Workload(tutorial, 3, 32, Method.MOMENTUM, 1_000, 24, false, true));
        all.put(
                "MNIST batch 10",
                new Workload(
                        net -> net.fullyConnected(128, true)
                                .relu()
                                .fullyConnected(64, true)
                                .relu()
                                .fullyConnected(CLASSES, true),
                        1,
                        28,
                        Method.SGD,
                        10,
                        16_000,
                        false,
                        false));
        return all;
    }

    private static Workload gray(Function<Network, Network> layers, boolean convolutional) {
        return new Workload(layers, 1, 32, Method.ADAM, 50, convolutional ? 200 : 4_000, true, convolutional);
    }
}
