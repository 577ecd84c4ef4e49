package org.dlcourse.training;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Shape;
import org.dlcourse.vector.ConvolutionStack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Classifies images: convolutions on vector registers, an image in each lane, the layers behind them as operations. */
final class VectorisedInference implements AutoCloseable {
    /**
     * What comes behind the convolutions.
     *
     * @param maps what it reads, [images, features]
     * @param program its operations
     */
    private record Rest(INDArray maps, OperationProgram program) {}

    private final ConvolutionStack stack;
    private final FlatParameters parameters;
    private final Architecture behind;
    private final Loss loss;
    private final float[] images;
    private final float[] maps;
    private final Map<Long, Rest> rests = new HashMap<>();
    private boolean prepared;

    private VectorisedInference(
            ConvolutionStack stack, Architecture architecture, Loss loss, FlatParameters parameters) {
        this.stack = stack;
        this.parameters = parameters;
        this.loss = loss;
        this.behind = new Architecture(
                architecture.name(),
                Shape.flat((int) stack.output().size()),
                architecture
                        .layers()
                        .subList(stack.layers(), architecture.layers().size()));
        this.images =
                new float[stack.imagesAtATime() * (int) architecture.input().size()];
        this.maps = new float[stack.imagesAtATime() * (int) stack.output().size()];
    }

    /** Where it is possible, and Java may use the processor's vector registers. */
    static Optional<VectorisedInference> ifFaster(Architecture architecture, Loss loss, FlatParameters parameters) {
        int lanes = Backend.start().vectorLanes();
        return lanes > 0 ? of(architecture, loss, parameters, lanes) : Optional.empty();
    }

    /**
     * Where the network computes in single precision and has convolutions that can be computed so.
     *
     * @param lanes floats of a vector: 4, 8 or 16
     */
    static Optional<VectorisedInference> of(
            Architecture architecture, Loss loss, FlatParameters parameters, int lanes) {
        return parameters.values().dataType() == DataType.FLOAT
                ? ConvolutionStack.of(architecture, lanes)
                        .map(stack -> new VectorisedInference(stack, architecture, loss, parameters))
                : Optional.empty();
    }

    /** Must be called before the next images when the parameters have changed. */
    void parametersChanged() {
        prepared = false;
        rests.values().forEach(rest -> rest.program().parametersChanged());
    }

    /**
     * Classifies images.
     *
     * @param features [images, channels, height, width]
     * @return [images, classes], overwritten by the next ones
     * @throws IllegalArgumentException if these are other images than the network takes
     */
    INDArray outputs(INDArray features) {
        long count = features.size(0);
        int inputs = images.length / stack.imagesAtATime();
        if (features.length() != count * inputs) {
            throw new IllegalArgumentException("Expected images of " + inputs + " values, found an array of shape "
                    + Arrays.toString(features.shape()) + ".");
        }
        prepare();
        Rest rest = rests.computeIfAbsent(count, this::rest);
        boolean inOrder = features.ordering() == 'c' && features.elementWiseStride() == 1;
        INDArray ordered = (inOrder ? features : features.dup('c')).castTo(DataType.FLOAT);
        FloatPointer from = new FloatPointer(ordered.data().addressPointer());
        FloatPointer to = new FloatPointer(rest.maps().data().addressPointer());
        int outputs = maps.length / stack.imagesAtATime();
        int lanes = stack.imagesAtATime();
        for (long first = 0; first < count; first += lanes) {
            int group = (int) Math.min(lanes, count - first);
            from.position(first * inputs).get(images, 0, group * inputs);
            stack.compute(images, group, maps);
            to.position(first * outputs).put(maps, 0, group * outputs);
        }
        // A pointer keeps no array alive.
        Reference.reachabilityFence(ordered);
        return rest.program().outputs(rest.maps());
    }

    private void prepare() {
        if (!prepared) {
            for (int place : stack.convolutions()) {
                FlatParameters.Layer layer = parameters.layers().get(place);
                stack.parameters(
                        place,
                        FloatArray.of(layer.weights()).values(),
                        FloatArray.of(layer.bias()).values());
            }
            prepared = true;
        }
    }

    private Rest rest(long count) {
        INDArray input =
                Nd4j.createUninitialized(DataType.FLOAT, count, stack.output().size());
        return new Rest(
                input, OperationProgram.ofOutputs(behind, loss, parameters.from(stack.layers()), input.shape()));
    }

    /** What it reads from behind the convolutions, for each number of images. */
    Stream<INDArray> arrays() {
        return rests.values().stream().map(Rest::maps);
    }

    @Override
    public void close() {
        rests.values().forEach(rest -> {
            rest.program().close();
            rest.maps().close();
        });
    }
}
