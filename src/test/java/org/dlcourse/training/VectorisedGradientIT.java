package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.training.OperationNetworkIT.relativeDifference;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class VectorisedGradientIT {
    private static final int LANES = Math.max(4, Backend.start().vectorLanes());

    /** What every unit of a convolution has as its bias, so that none is near the point where the rectifier has no derivative. */
    private static final double FAR_FROM_ZERO = 6;

    /**
     * Relative to the gradient's norm: up to eight layers there and eight back, each of whose sums of up to 1,000 products deviates by the
     * square root of as many roundings, because they are as often up as down.
     */
    private static final double ROUNDING = 16 * Math.sqrt(1_000) * 0x1p-24;

    private static final LayerSpec RELU = new LayerSpec.Activation(ActivationFunction.RELU);

    private static final Architecture COLOUR = new Architecture(
            "colour",
            new Shape(3, 21, 20),
            List.of(
                    new LayerSpec.Convolution(5, 5, 6),
                    RELU,
                    new LayerSpec.MaxPooling(2),
                    new LayerSpec.Convolution(5, 5, 16),
                    RELU,
                    new LayerSpec.FullyConnected(20, true),
                    RELU,
                    new LayerSpec.FullyConnected(10, true)));

    static List<Architecture> architectures() {
        return List.of(
                GrayCifarArchitectures.CNN_3, GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5, COLOUR);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void gradientIsThatOfOperationsInDouble(Architecture architecture) {
        INDArray start = start(architecture);
        for (int count : new int[] {LANES, 2 * LANES + 1}) {
            Batch batch = batch(architecture, count);
            try (FlatParameters parameters = FlatParameters.of(architecture, start);
                    VectorisedGradient vectorised = gradient(architecture, parameters);
                    OperationNetwork exact = network(architecture, start.castTo(DataType.DOUBLE))) {
                double loss = vectorised.meanGradient(batch.features(), batch.targets());

                assertThat(loss).isCloseTo(exact.gradient(inDouble(batch)), within(loss));
                assertThat(relativeDifference(parameters.gradient(), exact.parametersGradient()))
                        .as("%d images", count)
                        .isLessThan(ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 16, 20, 50, 70, 130})
    void batchesOfAnySizeHaveTheGradientOfOperationsInDouble(int count) {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        INDArray start = start(architecture);
        Batch batch = batch(architecture, count);
        try (OperationNetwork ours = network(architecture, start);
                OperationNetwork exact = network(architecture, start.castTo(DataType.DOUBLE))) {
            double loss = ours.gradient(batch);

            assertThat(loss).isCloseTo(exact.gradient(inDouble(batch)), within(loss));
            assertThat(relativeDifference(ours.parametersGradient(), exact.parametersGradient()))
                    .isLessThan(ROUNDING);
        }
    }

    @Test
    void gradientFollowsTheParameters() {
        Architecture architecture = GrayCifarArchitectures.CNN_5;
        INDArray start = start(architecture);
        Batch batch = batch(architecture, LANES);
        try (FlatParameters parameters = FlatParameters.of(architecture, start);
                VectorisedGradient vectorised = gradient(architecture, parameters)) {
            vectorised.meanGradient(batch.features(), batch.targets());
            INDArray before = parameters.gradient().dup();
            parameters.values().muli(1.5);
            vectorised.parametersChanged();
            vectorised.meanGradient(batch.features(), batch.targets());

            try (OperationNetwork exact =
                    network(architecture, parameters.values().castTo(DataType.DOUBLE))) {
                exact.gradient(inDouble(batch));
                assertThat(relativeDifference(parameters.gradient(), exact.parametersGradient()))
                        .isLessThan(ROUNDING);
                assertThat(relativeDifference(before, exact.parametersGradient()))
                        .as("control: how far the parameters went")
                        .isGreaterThan(100 * ROUNDING);
            }
        }
    }

    @Test
    void closedGradientHoldsNoMemory() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        Batch batch = batch(architecture, LANES);
        try (FlatParameters parameters = FlatParameters.of(architecture, start(architecture))) {
            VectorisedGradient vectorised = gradient(architecture, parameters);
            vectorised.meanGradient(batch.features(), batch.targets());
            List<INDArray> arrays = vectorised.arrays().toList();

            vectorised.close();

            assertThat(arrays).hasSizeGreaterThan(1).allMatch(INDArray::wasClosed);
        }
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void vectorsAreUsedWhereTheProcessorAndTheNetworkAllowIt(ActivationFunction function) {
        Architecture architecture = GrayCifarArchitectures.CNN_5.withActivation(function);

        assertThat(isVectorised(architecture, DataType.FLOAT))
                .isEqualTo(Backend.start().vectorLanes() > 0 && function == ActivationFunction.RELU);
        assertThat(isVectorised(architecture, DataType.DOUBLE)).isFalse();
    }

    private static boolean isVectorised(Architecture architecture, DataType type) {
        INDArray start = Nd4j.zeros(type, architecture.parameterCount());
        try (FlatParameters parameters = FlatParameters.of(architecture, start)) {
            return VectorisedGradient.ifFaster(architecture, Loss.CROSS_ENTROPY, parameters)
                    .isPresent();
        }
    }

    private static VectorisedGradient gradient(Architecture architecture, FlatParameters parameters) {
        return VectorisedGradient.of(architecture, Loss.CROSS_ENTROPY, parameters, LANES)
                .orElseThrow();
    }

    /** The loss is a mean of logarithms of sums of which each has the relative error of the outputs. */
    private static Offset<Double> within(double loss) {
        return Offset.offset(ROUNDING * loss);
    }

    private static OperationNetwork network(Architecture architecture, INDArray start) {
        return new OperationNetwork(plan(architecture), start);
    }

    private static INDArray start(Architecture architecture) {
        TrainingPlan plan = plan(architecture);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(plan.networks().create(architecture, 5), 5);
                FlatParameters parameters = FlatParameters.of(architecture, dl4j.parameters())) {
            parameters.layers().values().stream()
                    .filter(layer -> layer.weights().rank() == 4)
                    .forEach(layer -> layer.bias().assign(FAR_FROM_ZERO));
            return parameters.values().dup();
        }
    }

    private static TrainingPlan plan(Architecture architecture) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(.5),
                20,
                1,
                Recording.every(1, Curve.TRAINING_LOSS));
    }

    private static Batch batch(Architecture architecture, int count) {
        INDArray images = Nd4j.randn(7, new long[] {
                    count,
                    architecture.input().channels(),
                    architecture.input().height(),
                    architecture.input().width()
                })
                .castTo(DataType.FLOAT);
        INDArray targets = Nd4j.zeros(DataType.FLOAT, count, 10);
        int[] labels = IntStream.range(0, count).map(i -> i % 10).toArray();
        IntStream.range(0, count).forEach(i -> targets.putScalar(i, labels[i], 1));
        return new Batch(images, targets, labels);
    }

    private static Batch inDouble(Batch batch) {
        return new Batch(
                batch.features().castTo(DataType.DOUBLE), batch.targets().castTo(DataType.DOUBLE), batch.labels());
    }
}
