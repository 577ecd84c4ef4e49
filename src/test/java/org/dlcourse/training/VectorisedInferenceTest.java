package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dlcourse.training.OperationNetworkIT.relativeDifference;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class VectorisedInferenceTest {
    /** Full groups, and one that is not full. */
    private static final int IMAGES = 37;

    /** Of this processor; where Java may not use its registers, it computes the same numbers, slowly. */
    private static final int LANES = Math.max(4, Backend.start().vectorLanes());

    /**
     * Relative to the outputs' norm: up to seven layers, each of whose sums of up to 1,000 products deviates by the square root of
     * as many roundings, because they are as often up as down.
     */
    private static final double ROUNDING = 7 * Math.sqrt(1_000) * 0x1p-24;

    static List<Architecture> architectures() {
        return List.of(GrayCifarArchitectures.CNN_3, GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void imagesAreClassifiedAsByDl4jWhateverTheParametersBecome(Architecture architecture) {
        TrainingPlan plan = plan(architecture);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(plan.networks().create(architecture, 5), 5);
                FlatParameters parameters = FlatParameters.of(architecture, dl4j.parameters());
                VectorisedInference vectorised = inference(architecture, parameters)) {
            INDArray images = images(architecture.input(), IMAGES);
            INDArray before = vectorised.outputs(images).dup();

            assertThat(relativeDifference(before, dl4j.outputs(images))).isLessThan(ROUNDING);

            dl4j.parameters().muli(1.5);
            parameters.values().muli(1.5);
            vectorised.parametersChanged();
            INDArray after = vectorised.outputs(images).dup();

            assertThat(relativeDifference(after, dl4j.outputs(images))).isLessThan(ROUNDING);
            assertThat(relativeDifference(before, after))
                    .as("control: how far the parameters went")
                    .isGreaterThan(100 * ROUNDING);
        }
    }

    /** A network that forgot to say that its parameters have changed would evaluate old ones. */
    @ParameterizedTest
    @MethodSource("architectures")
    void networkClassifiesWithTheParametersOfItsLastStep(Architecture architecture) {
        TrainingPlan plan = plan(architecture);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(plan.networks().create(architecture, 5), 5);
                OperationNetwork ours = new OperationNetwork(plan, dl4j.parameters())) {
            INDArray images = images(architecture.input(), IMAGES);
            INDArray before = ours.outputs(images).dup();

            ours.step(batch(images, 20));
            dl4j.parameters().assign(ours.parameters());

            assertThat(relativeDifference(ours.outputs(images), dl4j.outputs(images)))
                    .isLessThan(ROUNDING);
            assertThat(relativeDifference(before, dl4j.outputs(images)))
                    .as("control: how far the step went")
                    .isGreaterThan(100 * ROUNDING);
        }
    }

    @Test
    void imagesOutOfOrderInDoubleAndInPartsAreClassifiedTheSame() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        INDArray start = Nd4j.randn(5, architecture.parameterCount())
                .castTo(DataType.FLOAT)
                .muli(.1);
        try (FlatParameters parameters = FlatParameters.of(architecture, start);
                VectorisedInference vectorised = inference(architecture, parameters)) {
            INDArray images = images(architecture.input(), IMAGES);
            INDArray expected = vectorised.outputs(images).dup();
            INDArray outOfOrder = images.permute(0, 1, 3, 2).dup('c').permute(0, 1, 3, 2);
            INDArray part = images.get(NDArrayIndex.interval(20, IMAGES));

            assertThat(vectorised.outputs(outOfOrder)).isEqualTo(expected);
            assertThat(vectorised.outputs(images.castTo(DataType.DOUBLE))).isEqualTo(expected);
            assertThat(relativeDifference(vectorised.outputs(part), expected.get(NDArrayIndex.interval(20, IMAGES))))
                    .isLessThan(ROUNDING);
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        INDArray start = Nd4j.zeros(DataType.FLOAT, architecture.parameterCount());
        try (FlatParameters parameters = FlatParameters.of(architecture, start);
                VectorisedInference vectorised = inference(architecture, parameters)) {
            assertThatThrownBy(() -> vectorised.outputs(images(new Shape(3, 32, 32), 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Expected images of 1024 values, found an array of shape [2, 3, 32, 32].");
        }
    }

    @Test
    void closedInferenceHoldsNoMemory() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        INDArray start = Nd4j.zeros(DataType.FLOAT, architecture.parameterCount());
        try (FlatParameters parameters = FlatParameters.of(architecture, start)) {
            VectorisedInference vectorised = inference(architecture, parameters);
            INDArray outputs = vectorised.outputs(images(architecture.input(), IMAGES));
            List<INDArray> arrays =
                    Stream.concat(vectorised.arrays(), Stream.of(outputs)).toList();

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
            return VectorisedInference.ifFaster(architecture, Loss.CROSS_ENTROPY, parameters)
                    .isPresent();
        }
    }

    private static VectorisedInference inference(Architecture architecture, FlatParameters parameters) {
        return VectorisedInference.of(architecture, Loss.CROSS_ENTROPY, parameters, LANES)
                .orElseThrow();
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

    private static INDArray images(Shape shape, int count) {
        return Nd4j.randn(7, new long[] {count, shape.channels(), shape.height(), shape.width()})
                .castTo(DataType.FLOAT);
    }

    private static Batch batch(INDArray images, int count) {
        INDArray targets = Nd4j.zeros(DataType.FLOAT, count, 10);
        int[] labels = IntStream.range(0, count).map(i -> i % 10).toArray();
        IntStream.range(0, count).forEach(i -> targets.putScalar(i, labels[i], 1));
        return new Batch(images.get(NDArrayIndex.interval(0, count)), targets, labels);
    }
}
