package org.dlcourse.homework.dogs.perceptrons;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.AffineMap;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Loss;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A random DL4J network without activations, compared on random points with the affine map that is its layers' product.
 *
 * @param layers number of layers with weights
 * @param output of the network, one value per point
 * @param composed output of the affine map
 * @param rectified output of a network with the same weights and ReLU between the layers
 * @param roundingBound bound on the rounding error between output and composed, relative to the largest output
 */
record DeepLinearNetwork(int layers, double[] output, double[] composed, double[] rectified, double roundingBound) {
    private static final int INPUTS = 2;
    private static final int WIDTH = 6;
    private static final int OUTPUTS = 1;
    private static final int POINTS = 200;
    /** Half the distance from 1 to the next double. */
    private static final double UNIT_ROUNDOFF = Math.ulp(1.0) / 2;

    /** A network with a number of layers; weights and points are drawn with the seed. */
    static DeepLinearNetwork random(int layers, long seed) {
        MultiLayerNetwork network = network(layers, List.of(), seed);
        List<AffineMap> maps = AffineMap.layers(network);
        INDArray points = points(seed);
        INDArray output = network.output(points);
        INDArray magnitude = AffineMap.composed(
                        maps.stream().map(AffineMap::absolute).toList())
                .apply(Transforms.abs(points));
        int terms = maps.stream().mapToInt(AffineMap::terms).sum();
        return new DeepLinearNetwork(
                layers,
                values(output),
                values(AffineMap.composed(maps).apply(points)),
                values(network(layers, List.of(new Activation(ActivationFunction.RELU)), seed)
                        .output(points)),
                2 * terms * UNIT_ROUNDOFF * magnitude.maxNumber().doubleValue() / largest(values(output)));
    }

    /** The largest difference of the composed map from the network, relative to the largest output. */
    double error() {
        return RelativeError.of(composed, output);
    }

    /** The largest difference of the composed map from the network with ReLU, relative to the largest output. */
    double errorWithRelu() {
        return RelativeError.of(composed, rectified);
    }

    private static MultiLayerNetwork network(int layers, List<LayerSpec> activation, long seed) {
        List<LayerSpec> specs = new ArrayList<>();
        for (int layer = 1; layer < layers; layer++) {
            specs.add(new FullyConnected(WIDTH, true));
            specs.addAll(activation);
        }
        specs.add(new FullyConnected(OUTPUTS, true));
        // With the squared error as objective, the network adds no softmax after its last layer.
        return new NetworkFactory(
                        new NoOp(), Initialisation.PYTORCH, new Objective(Loss.MEAN_SQUARED_ERROR, 0), DataType.DOUBLE)
                .create(new Architecture("linear", Shape.flat(INPUTS), specs), seed);
    }

    private static INDArray points(long seed) {
        Random random = SeededRandom.of(seed, "points");
        double[] coordinates =
                random.doubles(POINTS * INPUTS).map(uniform -> 6 * uniform - 3).toArray();
        return Nd4j.createFromArray(coordinates).reshape('c', POINTS, INPUTS);
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
