package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.Loss;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OperationNetworkIT {
    private static final int EXAMPLES = 7;
    private static final int STEPS = 4;

    /** Sums of some ten thousand products in double, whose order differs. */
    private static final double ROUNDING = 1e-11;

    private static final LayerSpec RELU = new LayerSpec.Activation(ActivationFunction.RELU);

    /** Pooling with and without a rectifier before it, a window that does not divide its input, and a stride. */
    private static final Architecture MIXED = new Architecture(
            "mixed",
            new Shape(3, 15, 14),
            List.of(
                    new LayerSpec.Convolution(3, 2, 5),
                    RELU,
                    new LayerSpec.MaxPooling(2),
                    new LayerSpec.Convolution(2, 2, 4, 2),
                    new LayerSpec.MaxPooling(2),
                    RELU,
                    new LayerSpec.FullyConnected(6, false),
                    RELU,
                    new LayerSpec.FullyConnected(10, true)));

    /** A stride first that leaves the last row and column out, then pairs of pixels behind a small and a large kernel. */
    private static final Architecture STRIDED = new Architecture(
            "strided",
            new Shape(2, 24, 26),
            List.of(
                    new LayerSpec.Convolution(3, 3, 4, 2),
                    RELU,
                    new LayerSpec.Convolution(2, 3, 8),
                    RELU,
                    new LayerSpec.Convolution(3, 5, 6),
                    RELU,
                    new LayerSpec.FullyConnected(10, true)));

    /** Few filters first, on several channels; then few filters whose input's width is odd. */
    private static final Architecture COLOUR = new Architecture(
            "colour",
            new Shape(3, 13, 14),
            List.of(
                    new LayerSpec.Convolution(5, 5, 6),
                    RELU,
                    new LayerSpec.MaxPooling(2),
                    new LayerSpec.Convolution(2, 2, 4),
                    RELU,
                    new LayerSpec.FullyConnected(10, true)));

    static Stream<TrainingPlan> plans() {
        Optimiser adam = Optimiser.Adam.defaults();
        Optimiser momentum = new Optimiser.Momentum(0.05, 0.9);
        Optimiser sgd = new Optimiser.Sgd(0.1);
        return Stream.of(
                plan(GrayCifarArchitectures.MLP_1, adam),
                plan(GrayCifarArchitectures.MLP_2, momentum),
                plan(GrayCifarArchitectures.CNN_3, adam),
                plan(GrayCifarArchitectures.CNN_4.withActivation(ActivationFunction.LOGISTIC_SIGMOID), sgd),
                plan(GrayCifarArchitectures.CNN_5, sgd),
                plan(MIXED, momentum),
                plan(STRIDED, sgd),
                plan(COLOUR, momentum),
                plan(MIXED, sgd).withObjective(Objective.penalised(0.3)),
                plan(MIXED, sgd).withObjective(Objective.penalised(0.1).smoothed(0.2)),
                plan(MIXED, adam).withObjective(new Objective(Loss.MEAN_SQUARED_ERROR, 0)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void takesTheStepsOfDl4jInDoublePrecision(TrainingPlan plan) {
        NetworkFactory factory = new NetworkFactory(
                plan.optimiser().updater(), plan.initialisation(), plan.objective(), DataType.DOUBLE);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(factory.create(plan.architecture(), 5), 5);
                OperationNetwork ours = new OperationNetwork(plan, dl4j.parameters())) {
            INDArray first = dl4j.parameters().dup();
            for (int step = 0; step < STEPS; step++) {
                Batch batch = batch(plan, step);

                assertThat(relativeDifference(ours.outputs(batch.features()), dl4j.outputs(batch.features())))
                        .as("outputs before step %d", step)
                        .isLessThan(ROUNDING);
                double loss = ours.step(batch);
                double expected = dl4j.step(batch);

                assertThat(Math.abs(loss - expected) / expected)
                        .as("loss of step %d", step)
                        .isLessThan(ROUNDING);
            }
            assertThat(relativeDifference(ours.parameters(), dl4j.parameters()))
                    .as("parameters after %d steps", STEPS)
                    // Adam divides each component by its own size, so that rounding counts for more where a component
                    // is small.
                    .isLessThan(1e3 * ROUNDING);
            assertThat(relativeDifference(first, dl4j.parameters()))
                    .as("control: how far the steps went")
                    .isGreaterThan(1e6 * ROUNDING);
        }
    }

    @Test
    void gradientOfDl4jIsReproduced() {
        TrainingPlan plan = plan(MIXED, new Optimiser.Sgd(1));
        NetworkFactory factory = new NetworkFactory(
                plan.optimiser().updater(), plan.initialisation(), plan.objective(), DataType.DOUBLE);
        MultiLayerNetwork network = factory.create(MIXED, 5);
        Batch batch = batch(plan, 0);
        try (OperationNetwork ours = new OperationNetwork(plan, network.params())) {
            INDArray before = network.params().dup();
            network.fit(batch.features(), batch.targets());
            INDArray gradient = before.sub(network.params());
            ours.step(batch);

            assertThat(relativeDifference(before.sub(ours.parameters()), gradient))
                    .isLessThan(ROUNDING);
        } finally {
            network.close();
        }
    }

    @Test
    void gradientOfManyImagesIsSummedUpFromParts() {
        TrainingPlan plan = plan(STRIDED, new Optimiser.Sgd(0.1));
        NetworkFactory factory = new NetworkFactory(
                plan.optimiser().updater(), plan.initialisation(), plan.objective(), DataType.DOUBLE);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(factory.create(STRIDED, 5), 5);
                OperationNetwork ours = new OperationNetwork(plan, dl4j.parameters())) {
            for (int step = 0; step < 2; step++) {
                INDArray before = dl4j.parameters().dup();
                Batch batch = batch(plan, step, 120);

                assertThat(ours.step(batch)).isCloseTo(dl4j.step(batch), withinPercentage(100 * ROUNDING));
                assertThat(relativeDifference(before.sub(ours.parameters()), before.sub(dl4j.parameters())))
                        .as("change by step %d", step)
                        .isLessThan(ROUNDING);
            }
        }
    }

    @Test
    void firstLayerIsSeenAsDl4jShowsIt() {
        for (Architecture architecture : List.of(MIXED, COLOUR, GrayCifarArchitectures.MLP_1)) {
            TrainingPlan plan = plan(architecture, new Optimiser.Sgd(1));
            try (Dl4jNetwork dl4j = new Dl4jNetwork(plan.networks().create(architecture, 5), 5);
                    OperationNetwork ours = new OperationNetwork(plan, dl4j.parameters())) {
                Batch batch = batch(plan, 0);
                INDArray features = batch.features().castTo(DataType.FLOAT);

                assertThat(FloatArray.of(ours.firstLayerWeights()))
                        .usingRecursiveComparison()
                        .isEqualTo(FloatArray.of(dl4j.firstLayerWeights()));
                assertThat(relativeDifference(ours.firstLayerOutputs(features), dl4j.firstLayerOutputs(features)))
                        .as("rounding of sums of up to 1024 products in single precision")
                        .isLessThan(1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("convolutional")
    void closedParametersAndOperationsHoldNoMemory(Architecture architecture) {
        TrainingPlan plan = plan(architecture, Optimiser.Adam.defaults());
        MultiLayerNetwork start = plan.networks().create(architecture, 5);
        FlatParameters parameters = FlatParameters.of(architecture, start.params());
        LayerOperations operations = new LayerOperations(EXAMPLES, parameters);
        INDArray features = batch(plan, 0).features().castTo(DataType.FLOAT);
        operations.backward(operations.forward(architecture.layers(), architecture.input(), features));
        List<INDArray> arrays = new ArrayList<>(operations.arrays());
        arrays.add(parameters.values());
        arrays.add(parameters.gradient());
        arrays.add(
                new RowsByIndex(features.reshape(EXAMPLES, features.length() / EXAMPLES), 3).at(new int[] {0, 1, 2}));

        assertThat(arrays).as("what close() can free").allMatch(INDArray::closeable);
        parameters.close();
        assertThat(parameters.values().wasClosed()).isTrue();
        assertThat(parameters.gradient().wasClosed()).isTrue();
        start.close();
    }

    static Stream<Architecture> convolutional() {
        return Stream.of(MIXED, STRIDED, COLOUR);
    }

    private static TrainingPlan plan(Architecture architecture, Optimiser optimiser) {
        return new TrainingPlan(
                architecture, Initialisation.PYTORCH, optimiser, EXAMPLES, 1, Recording.every(1, Curve.TRAINING_LOSS));
    }

    private static Batch batch(TrainingPlan plan, int number) {
        return batch(plan, number, EXAMPLES);
    }

    private static Batch batch(TrainingPlan plan, int number, int examples) {
        Shape shape = plan.architecture().input();
        double smoothing = plan.objective().smoothing();
        Random random = SeededRandom.of(number, "batch");
        double[] values = random.doubles(examples * shape.size(), -1, 1).toArray();
        int[] labels = random.ints(examples, 0, 10).toArray();
        INDArray targets = Nd4j.valueArrayOf(new long[] {examples, 10}, smoothing / 10, DataType.DOUBLE);
        IntStream.range(0, examples).forEach(i -> targets.putScalar(i, labels[i], 1 - smoothing + smoothing / 10));
        INDArray features = Nd4j.createFromArray(values);
        return new Batch(
                plan.architecture().isConvolutional()
                        ? features.reshape('c', examples, shape.channels(), shape.height(), shape.width())
                        : features.reshape('c', examples, shape.size()),
                targets,
                labels);
    }

    /** The norm of the difference beside that of what was expected. */
    static double relativeDifference(INDArray ours, INDArray theirs) {
        INDArray expected = theirs.castTo(DataType.DOUBLE);
        return ours.castTo(DataType.DOUBLE)
                        .sub(expected.reshape(ours.shape()))
                        .norm2Number()
                        .doubleValue()
                / expected.norm2Number().doubleValue();
    }
}
