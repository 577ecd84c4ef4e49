package org.dlcourse.training;

import java.util.HashMap;
import java.util.Map;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * All parameters of a network in one vector, in DL4J's order, and their gradient in another, so that an optimiser's step is one
 * operation on all of them.
 *
 * <p>A convolution with 6 filters of 3x5x5 and a fully connected layer of 10 units with 1,176 inputs:
 *
 * <pre>
 * index   0       6                456                     12,216     12,226
 *         | bias  | weights        | weights               | bias     |
 *         | [6]   | [6, 3, 5, 5]   | [10, 1176]            | [10]     |
 *         |  convolution           |  fully connected                 |
 * </pre>
 *
 * @param values [parameters]
 * @param gradient [parameters]
 * @param layers the views of each layer, by its index in the architecture; layers without parameters have none
 */
record FlatParameters(INDArray values, INDArray gradient, Map<Integer, Layer> layers) implements AutoCloseable {
    /**
     * One layer's parameters and their gradient, as views.
     *
     * @param weights [units, inputs] or [filters, channels, height, width]
     * @param bias [units] or [filters]; null if the layer has none
     * @param weightsGradient shaped as the weights
     * @param biasGradient shaped as the bias
     */
    record Layer(INDArray weights, INDArray bias, INDArray weightsGradient, INDArray biasGradient) {}

    /** Vectors with these values. */
    static FlatParameters of(Architecture architecture, INDArray start) {
        // Not a reshaped copy, which would be a view that cannot be freed.
        INDArray values = Nd4j.createUninitialized(start.dataType(), start.length());
        values.assign(start.reshape(start.length()));
        INDArray gradient = Nd4j.createUninitialized(values.dataType(), values.length());
        Map<Integer, Layer> layers = new HashMap<>();
        long offset = 0;
        Shape shape = architecture.input();
        for (int index = 0; index < architecture.layers().size(); index++) {
            LayerSpec spec = architecture.layers().get(index);
            if (spec instanceof Convolution convolution) {
                // Here DL4J has the bias first.
                long weightsAt = offset + convolution.filters();
                long[] kernels = {
                    convolution.filters(), shape.channels(), convolution.kernelHeight(), convolution.kernelWidth()
                };
                layers.put(
                        index,
                        new Layer(
                                view(values, weightsAt, kernels),
                                view(values, offset, convolution.filters()),
                                view(gradient, weightsAt, kernels),
                                view(gradient, offset, convolution.filters())));
            } else if (spec instanceof FullyConnected dense) {
                // DL4J keeps [inputs, units] column by column, which is [units, inputs] row by row.
                long biasAt = offset + dense.weights(shape);
                layers.put(
                        index,
                        new Layer(
                                view(values, offset, dense.units(), shape.size()),
                                dense.bias() ? view(values, biasAt, dense.units()) : null,
                                view(gradient, offset, dense.units(), shape.size()),
                                dense.bias() ? view(gradient, biasAt, dense.units()) : null));
            }
            offset += spec.parameters(shape);
            shape = spec.outputShape(shape);
        }
        return new FlatParameters(values, gradient, Map.copyOf(layers));
    }

    /** The same vectors, with only the layers from this index on, which becomes 0; it is not to be closed. */
    FlatParameters from(int index) {
        Map<Integer, Layer> rest = new HashMap<>();
        layers.forEach((at, layer) -> {
            if (at >= index) {
                rest.put(at - index, layer);
            }
        });
        return new FlatParameters(values, gradient, Map.copyOf(rest));
    }

    private static INDArray view(INDArray vector, long from, long... shape) {
        long size = 1;
        for (long dimension : shape) {
            size *= dimension;
        }
        return vector.get(NDArrayIndex.interval(from, from + size)).reshape('c', shape);
    }

    @Override
    public void close() {
        values.close();
        gradient.close();
    }
}
