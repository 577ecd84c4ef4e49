package org.dlcourse.bench.libtorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One of the handouts' networks as libtorch's own operations, without DJL's blocks around them. */
final class Network {
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape NONE = new Shape(0, 0);

    /** One layer of a network, and the parameters that it has. */
    private record Layer(Kind kind, int size, PtNDArray weights, PtNDArray bias) {}

    private enum Kind {
        CONVOLUTION,
        POOLING,
        RELU,
        FLATTEN,
        FULLY_CONNECTED
    }

    private final NDManager manager;
    private final boolean channelsLast;
    private final List<Layer> layers = new ArrayList<>();
    private final Random random = new Random(1);
    private int channels;
    private int side;
    private int units;

    /** A network for square images, channels first unless told otherwise. */
    Network(NDManager manager, int channels, int side, boolean channelsLast) {
        this.manager = manager;
        this.channels = channels;
        this.side = side;
        this.units = channels * side * side;
        this.channelsLast = channelsLast;
    }

    Network convolution(int kernel, int filters) {
        int fanIn = channels * kernel * kernel;
        PtNDArray weights = channelsLast
                ? JniUtils.permute(
                        uniform(fanIn, new Shape(filters, kernel, kernel, channels)), new long[] {0, 3, 1, 2})
                : uniform(fanIn, new Shape(filters, channels, kernel, kernel));
        layers.add(new Layer(Kind.CONVOLUTION, kernel, learnt(weights), learnt(uniform(fanIn, new Shape(filters)))));
        channels = filters;
        side = side - kernel + 1;
        units = channels * side * side;
        return this;
    }

    Network pooling() {
        layers.add(new Layer(Kind.POOLING, 2, null, null));
        side /= 2;
        units = channels * side * side;
        return this;
    }

    Network relu() {
        layers.add(new Layer(Kind.RELU, 0, null, null));
        return this;
    }

    Network fullyConnected(int outputs, boolean bias) {
        if (layers.isEmpty() || layers.stream().noneMatch(layer -> layer.kind() == Kind.FULLY_CONNECTED)) {
            layers.add(new Layer(Kind.FLATTEN, 0, null, null));
        }
        layers.add(new Layer(
                Kind.FULLY_CONNECTED,
                outputs,
                learnt(uniform(units, new Shape(outputs, units))),
                bias ? learnt(uniform(units, new Shape(outputs))) : null));
        units = outputs;
        return this;
    }

    /** Scores of the classes, [images, classes]. */
    PtNDArray scores(PtNDArray images) {
        PtNDArray values = images;
        for (Layer layer : layers) {
            values = switch (layer.kind()) {
                case CONVOLUTION -> JniUtils.convolution(values, layer.weights(), layer.bias(), ONE, NONE, ONE, 1);
                case POOLING ->
                    JniUtils.maxPool(
                            values,
                            new Shape(layer.size(), layer.size()),
                            new Shape(layer.size(), layer.size()),
                            NONE,
                            false);
                case RELU -> JniUtils.relu(values);
                case FLATTEN ->
                    JniUtils.reshape(values, new long[] {values.getShape().get(0), -1});
                case FULLY_CONNECTED -> JniUtils.linear(values, layer.weights(), layer.bias());
            };
        }
        return values;
    }

    List<PtNDArray> parameters() {
        List<PtNDArray> all = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.weights() != null) {
                all.add(layer.weights());
            }
            if (layer.bias() != null) {
                all.add(layer.bias());
            }
        }
        return all;
    }

    private PtNDArray uniform(int fanIn, Shape shape) {
        double bound = 1 / Math.sqrt(fanIn);
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return (PtNDArray) manager.create(values, shape).toType(DataType.FLOAT32, false);
    }

    private static PtNDArray learnt(PtNDArray parameter) {
        JniUtils.attachGradient(parameter, true);
        return parameter;
    }
}
