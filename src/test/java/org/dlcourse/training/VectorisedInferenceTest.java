package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.backend.Backend;
import org.dlcourse.inference.ConvolutionStack;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
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

/** Where no vector register holds sixteen floats, the network computes by operations, and these tests hold as well. */
class VectorisedInferenceTest {
    /** Two groups of sixteen and one that is not full. */
    private static final int IMAGES = 37;

    /** Single precision: some ten layers, each of whose sums of up to 1,000 products deviates by some roundings. */
    private static final double ROUNDING = 1e-5;

    static List<Architecture> architectures() {
        return List.of(GrayCifarArchitectures.CNN_3, GrayCifarArchitectures.CNN_4, GrayCifarArchitectures.CNN_5);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void imagesAreClassifiedAsByDl4jBeforeAndAfterAStep(Architecture architecture) {
        TrainingPlan plan = plan(architecture);
        try (Dl4jNetwork dl4j = new Dl4jNetwork(plan.networks().create(architecture, 5));
                OperationNetwork ours = new OperationNetwork(plan, dl4j.parameters())) {
            INDArray images = images(architecture.input(), IMAGES);
            INDArray before = ours.outputs(images).dup();

            assertThat(relativeDifference(before, dl4j.outputs(images))).isLessThan(ROUNDING);

            Batch batch = batch(images, 20);
            ours.step(batch);
            dl4j.parameters().assign(ours.parameters());
            INDArray after = ours.outputs(images).dup();

            assertThat(relativeDifference(after, dl4j.outputs(images))).isLessThan(ROUNDING);
            assertThat(relativeDifference(before, after))
                    .as("control: how far the step went")
                    .isGreaterThan(100 * ROUNDING);
        }
    }

    @Test
    void imagesOutOfOrderAndPartsOfAllAreClassifiedTheSame() {
        Architecture architecture = GrayCifarArchitectures.CNN_3;
        TrainingPlan plan = plan(architecture);
        MultiLayerNetwork start = plan.networks().create(architecture, 5);
        try (OperationNetwork network = new OperationNetwork(plan, start.params())) {
            INDArray images = images(architecture.input(), IMAGES);
            float[] expected = FloatArray.of(network.outputs(images)).values();
            INDArray transposed = images.permute(0, 1, 3, 2).dup('c').permute(0, 1, 3, 2);

            assertThat(FloatArray.of(network.outputs(transposed)).values()).containsExactly(expected);
            assertThat(FloatArray.of(network.outputs(images.get(NDArrayIndex.interval(20, IMAGES))))
                            .values())
                    .containsExactly(Arrays.copyOfRange(expected, 20 * 10, IMAGES * 10));
        } finally {
            start.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void vectorsAreUsedWhereTheProcessorAndTheNetworkAllowIt(ActivationFunction function) {
        Architecture architecture = GrayCifarArchitectures.CNN_5.withActivation(function);
        boolean sixteen = Backend.start().floatsOfVector() == ConvolutionStack.IMAGES;

        assertThat(isVectorised(architecture, DataType.FLOAT))
                .isEqualTo(sixteen && function == ActivationFunction.RELU);
        assertThat(isVectorised(architecture, DataType.DOUBLE)).isFalse();
    }

    private static boolean isVectorised(Architecture architecture, DataType type) {
        INDArray start = Nd4j.zeros(type, architecture.parameterCount());
        try (FlatParameters parameters = FlatParameters.of(architecture, start)) {
            return VectorisedInference.of(architecture, Loss.CROSS_ENTROPY, parameters)
                    .isPresent();
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

    private static double relativeDifference(INDArray ours, INDArray theirs) {
        return ours.sub(theirs).norm2Number().doubleValue()
                / theirs.norm2Number().doubleValue();
    }
}
