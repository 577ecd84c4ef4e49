package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.LayerSpec.Residual;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class GraphFactoryTest {
    private static final Architecture RESIDUAL = new Architecture(
            "residual",
            new Shape(3, 12, 12),
            List.of(
                    new NormalisedConvolution(3, 8, 2),
                    new Residual(8),
                    new Residual(16, 2),
                    new GlobalAveragePooling(),
                    new FullyConnected(10, true)));

    private final GraphFactory factory =
            new GraphFactory(new NetworkFactory(new Sgd(0.1), Initialisation.KAIMING_NORMAL, DataType.FLOAT));

    @Test
    void parametersAndStatisticsByFormulaAreDl4jsCount() {
        // Convolution 3 x 8 x 9 + 16; block 2 (64 x 9 + 16); strided block 8 x 16 x 9 + 16 x 16 x 9 + 8 x 16 + 3 x 32;
        // 170.
        assertThat(RESIDUAL.parameterCount()).isEqualTo(232 + 1_184 + 3_680 + 170);
        assertThat(GraphFactory.statistics(RESIDUAL)).isEqualTo(16 + 32 + 96);
        assertThat(factory.create(RESIDUAL, 1).numParams())
                .as("DL4J's count")
                .isEqualTo(RESIDUAL.parameterCount() + GraphFactory.statistics(RESIDUAL));
    }

    @Test
    void tableFollowsTheShapesThatDl4jComputes() {
        assertThat(RESIDUAL.table())
                .extracting(row -> row.layer() + " -> " + row.output())
                .containsExactly(
                        "Conv-3x3x8 same, MaxPool-2x2, batch norm, ReLU -> 8 x 6 x 6",
                        "Residual-8 -> 8 x 6 x 6",
                        "Residual-16 stride 2 -> 16 x 3 x 3",
                        "mean of each map -> 16",
                        "FC-10 -> 10");
        var activations = factory.create(RESIDUAL, 1).feedForward(Nd4j.rand(DataType.FLOAT, 2, 3, 12, 12), false);
        assertThat(activations.get("0_convolution").shape()).containsExactly(2, 8, 12, 12);
        assertThat(activations.get("0_relu").shape()).containsExactly(2, 8, 6, 6);
        assertThat(activations.get("1_relu2").shape()).containsExactly(2, 8, 6, 6);
        assertThat(activations.get("2_relu2").shape()).containsExactly(2, 16, 3, 3);
        assertThat(activations.get("3_mean").shape()).containsExactly(2, 16);
    }

    @Test
    void depthLeavesShortcutsOutAndMultiplicationsDoNot() {
        assertThat(RESIDUAL.depth()).isEqualTo(6);
        // 216 x 144, 1,152 x 36, (1,152 + 2,304 + 128) x 9, 160.
        assertThat(RESIDUAL.multiplications()).isEqualTo(31_104 + 41_472 + 32_256 + 160);
    }

    @Test
    void kaimingsWeightsHaveAVarianceOfTwoOverTheFanIn() {
        ComputationGraph graph = factory.create(RESIDUAL, 5);
        INDArray weights = graph.getParam("2_convolution2_W");

        // The standard deviation of n normal values is known to about 1 / sqrt(2 n).
        assertThat(weights.stdNumber().doubleValue() / Math.sqrt(2.0 / (16 * 9)))
                .as("spread of %d weights, within four standard errors", weights.length())
                .isCloseTo(1, within(4 / Math.sqrt(2.0 * weights.length())));
        assertThat(graph.getParam("4_layer_b").amaxNumber().doubleValue()).isZero();
        assertThat(factory.create(RESIDUAL, 5).params()).as("the same seed").isEqualTo(graph.params());
        assertThat(factory.create(RESIDUAL, 6).params()).as("another seed").isNotEqualTo(graph.params());
    }

    @Test
    void restoredGraphSaysTheSame() {
        ComputationGraph graph = factory.create(RESIDUAL, 5);
        INDArray images = Nd4j.rand(DataType.FLOAT, 4, 3, 12, 12);
        INDArray oneHot = Nd4j.zeros(DataType.FLOAT, 4, 10);
        oneHot.getColumn(1).assign(1);
        graph.fit(new INDArray[] {images}, new INDArray[] {oneHot});

        ComputationGraph restored =
                factory.restore(RESIDUAL, graph.params().dup().data().asFloat());

        assertThat(restored.outputSingle(images)).isEqualTo(graph.outputSingle(images));
        assertThat(factory.create(RESIDUAL, 5).outputSingle(images))
                .as("control: before the step")
                .isNotEqualTo(graph.outputSingle(images));
        assertThatThrownBy(() -> factory.restore(RESIDUAL, new float[7])).hasMessageContaining("found 7.");
    }

    @Test
    void plainNetworkCannotHaveSuchLayers() {
        assertThatThrownBy(() -> factory.layers().create(RESIDUAL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make it with a GraphFactory");
    }
}
