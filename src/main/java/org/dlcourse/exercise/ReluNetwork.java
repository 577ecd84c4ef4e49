package org.dlcourse.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fully connected layers with ReLU between them; the last gives a score for each class.
 *
 * @param layers from the inputs on
 */
public record ReluNetwork(List<Layer> layers) {
    /**
     * A layer.
     *
     * @param weights [outputs, inputs], double
     * @param biases [outputs], double
     */
    public record Layer(INDArray weights, INDArray biases) {}

    /** Keeps a copy of the list. */
    public ReluNetwork {
        layers = List.copyOf(layers);
    }

    /** All weights and biases: of each layer the weights by rows, then the biases. */
    public double[] parameters() {
        return layers.stream()
                .flatMapToDouble(layer -> DoubleStream.concat(values(layer.weights()), values(layer.biases())))
                .toArray();
    }

    private static DoubleStream values(INDArray array) {
        return DoubleStream.of(array.dup('c').data().asDouble());
    }

    /**
     * A network of the same sizes.
     *
     * @param parameters in the order of {@link #parameters}
     */
    public ReluNetwork withParameters(double[] parameters) {
        List<Layer> other = new ArrayList<>();
        int from = 0;
        for (Layer layer : layers) {
            INDArray weights = like(layer.weights(), parameters, from);
            from += (int) weights.length();
            INDArray biases = like(layer.biases(), parameters, from);
            from += (int) biases.length();
            other.add(new Layer(weights, biases));
        }
        if (from != parameters.length) {
            throw new IllegalArgumentException(
                    "There are " + parameters.length + " parameters; expected " + from + " as in the network.");
        }
        return new ReluNetwork(other);
    }

    private static INDArray like(INDArray shape, double[] parameters, int from) {
        INDArray array = shape.dup('c');
        for (int i = 0; i < array.length(); i++) {
            array.putScalar(i, parameters[from + i]);
        }
        return array;
    }
}
