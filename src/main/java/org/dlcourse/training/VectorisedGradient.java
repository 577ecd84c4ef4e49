package org.dlcourse.training;

import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.dlcourse.backend.Backend;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Shape;
import org.dlcourse.vector.TrainableStack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes the gradient of a network with convolutions: these on vector registers, an image in each lane, the layers behind them as
 * operations.
 */
final class VectorisedGradient implements AutoCloseable {
    /**
     * What comes behind the convolutions, for batches of one size.
     *
     * @param maps what it reads, [images, features]
     * @param program its operations
     * @param images of a batch
     * @param values of the maps, then of their gradient
     */
    private record Rest(INDArray maps, OperationProgram program, float[] images, float[] values) {}

    private final TrainableStack stack;
    private final FlatParameters parameters;
    private final Architecture behind;
    private final long inputs;
    private final Loss loss;
    private final Map<Integer, Rest> rests = new HashMap<>();
    private boolean prepared;

    private VectorisedGradient(TrainableStack stack, Architecture architecture, Loss loss, FlatParameters parameters) {
        this.stack = stack;
        this.parameters = parameters;
        this.loss = loss;
        this.inputs = architecture.input().size();
        this.behind = new Architecture(
                architecture.name(),
                Shape.flat((int) stack.output().size()),
                architecture
                        .layers()
                        .subList(stack.layers(), architecture.layers().size()));
    }

    /** Where it is possible, and Java may use the processor's vector registers. */
    static Optional<VectorisedGradient> ifFaster(Architecture architecture, Loss loss, FlatParameters parameters) {
        int lanes = Backend.start().vectorLanes();
        return lanes > 0 ? of(architecture, loss, parameters, lanes) : Optional.empty();
    }

    /**
     * Where the network computes in single precision and has convolutions that can be computed so.
     *
     * @param lanes floats of a vector: 4, 8 or 16
     */
    static Optional<VectorisedGradient> of(Architecture architecture, Loss loss, FlatParameters parameters, int lanes) {
        return parameters.values().dataType() == DataType.FLOAT
                ? TrainableStack.of(architecture, lanes)
                        .map(stack -> new VectorisedGradient(stack, architecture, loss, parameters))
                : Optional.empty();
    }

    /** Must be called before the next batch when the parameters have changed. */
    void parametersChanged() {
        prepared = false;
        rests.values().forEach(rest -> rest.program().parametersChanged());
    }

    /**
     * Computes the gradient of the mean loss, which goes where the parameters' gradient lies.
     *
     * @param features [images, channels, height, width]
     * @param oneHot [images, classes]
     * @return the mean loss
     */
    double meanGradient(INDArray features, INDArray oneHot) {
        prepare();
        int count = (int) features.size(0);
        Rest rest = rests.computeIfAbsent(count, this::rest);
        boolean inOrder = features.ordering() == 'c' && features.elementWiseStride() == 1;
        INDArray ordered = (inOrder ? features : features.dup('c')).castTo(DataType.FLOAT);
        new FloatPointer(ordered.data().addressPointer()).get(rest.images());
        // A pointer keeps no array alive.
        Reference.reachabilityFence(ordered);
        stack.forward(rest.images(), count, rest.values());
        put(rest.values(), rest.maps());
        double value = Evaluation.meanLoss(loss, rest.program().outputs(rest.maps()), oneHot);
        rest.program().gradient(oneHot);
        new FloatPointer(rest.program().inputGradient().data().addressPointer()).get(rest.values());
        stack.backward(rest.values());
        for (int index : stack.convolutions()) {
            FlatParameters.Layer layer = parameters.layers().get(index);
            put(stack.weightsGradient(index), layer.weightsGradient());
            put(stack.biasGradient(index), layer.biasGradient());
        }
        return value;
    }

    private static void put(float[] values, INDArray array) {
        new FloatPointer(array.data().addressPointer()).put(values);
        Reference.reachabilityFence(array);
    }

    private void prepare() {
        if (!prepared) {
            for (int index : stack.convolutions()) {
                FlatParameters.Layer layer = parameters.layers().get(index);
                stack.parameters(
                        index,
                        FloatArray.of(layer.weights()).values(),
                        FloatArray.of(layer.bias()).values());
            }
            prepared = true;
        }
    }

    private Rest rest(int count) {
        int features = (int) stack.output().size();
        INDArray maps = Nd4j.createUninitialized(DataType.FLOAT, count, features);
        OperationProgram program =
                OperationProgram.ofInputGradient(behind, loss, parameters.from(stack.layers()), maps.shape());
        return new Rest(maps, program, new float[(int) (count * inputs)], new float[count * features]);
    }

    /** Behind the convolutions, for each number of images: their outputs and the gradient at these. */
    Stream<INDArray> arrays() {
        return rests.values().stream()
                .flatMap(rest -> Stream.of(rest.maps(), rest.program().inputGradient()));
    }

    @Override
    public void close() {
        rests.values().forEach(rest -> {
            rest.program().close();
            rest.maps().close();
        });
    }
}
