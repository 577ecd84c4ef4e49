package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class ArchitectureTest {
    @ParameterizedTest
    @CsvSource({"mlp_1, 33130, 2", "mlp_2, 35498, 3", "cnn_3, 11106, 4", "cnn_4, 13522, 5", "cnn_5, 8346, 7"})
    void catalogueHasTheHandoutsParameters(String name, long parameters, int depth) {
        Architecture architecture = named(name);

        assertThat(architecture.parameterCount()).as("by formula").isEqualTo(parameters);
        assertThat(network(architecture).numParams()).as("DL4J's count").isEqualTo(parameters);
        assertThat(architecture.depth()).as("layers with weights").isEqualTo(depth);
    }

    @Test
    void tableFollowsTheShapeThroughTheLayers() {
        assertThat(GrayCifarArchitectures.CNN_3.table())
                .extracting(row -> row.layer() + " -> " + row.output())
                .containsExactly(
                        "Conv-3x3x16 -> 16 x 30 x 30",
                        "ReLU -> 16 x 30 x 30",
                        "Conv-5x5x8 -> 8 x 26 x 26",
                        "ReLU -> 8 x 26 x 26",
                        "MaxPool-2x2 -> 8 x 13 x 13",
                        "Conv-7x7x16 -> 16 x 7 x 7",
                        "MaxPool-2x2 -> 16 x 3 x 3",
                        "FC-10 -> 10");
    }

    @Test
    void layerWithoutReluHasNoneInDl4jEither() {
        // Negative values can only come out of a layer without ReLU.
        MultiLayerNetwork network = network(GrayCifarArchitectures.CNN_3);
        var input =
                org.nd4j.linalg.factory.Nd4j.rand(DataType.FLOAT, 4, 1, 32, 32).subi(0.5);
        List<INDArray> activations = network.feedForward(input, false);

        assertThat(activations.get(1).minNumber().doubleValue())
                .as("conv 1, ReLU")
                .isZero();
        assertThat(activations.get(4).minNumber().doubleValue())
                .as("conv 3, no ReLU")
                .isNegative();
    }

    @Test
    void fullyConnectedLayerWithoutBiasHasNoneInDl4jEither() {
        assertThat(network(GrayCifarArchitectures.MLP_2).getLayer(1).paramTable())
                .containsOnlyKeys("W");
    }

    @Test
    void layerThatDoesNotFitIsRefused() {
        Architecture tooLarge = new Architecture(
                "too_large", new Shape(1, 4, 4), List.of(new Convolution(5, 5, 2), new FullyConnected(10, true)));

        assertThatThrownBy(tooLarge::table)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv-5x5x2 does not fit its input of 1 x 4 x 4.");
    }

    @Test
    void architectureWithoutPredictionLayerIsRefused() {
        assertThatThrownBy(() -> new Architecture("open", new Shape(1, 4, 4), List.of(new Convolution(3, 3, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prediction layer");
    }

    private static Architecture named(String name) {
        return GrayCifarArchitectures.all().stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MultiLayerNetwork network(Architecture architecture) {
        return new NetworkFactory(new Sgd(0.1), Initialisation.PYTORCH, DataType.FLOAT).create(architecture, 1);
    }

    @Test
    void multiplicationsAreWeightsTimesPositionsWithoutBiases() {
        // mlp_1: 1,024 x 32 + 32 x 10; cnn_3: 9 x 16 x 30 x 30 + 16 x 25 x 8 x 26 x 26 + 8 x 49 x 16 x 7 x 7 + 144 x
        // 10.
        assertThat(GrayCifarArchitectures.MLP_1.multiplications()).isEqualTo(33_088);
        assertThat(GrayCifarArchitectures.CNN_3.multiplications()).isEqualTo(2_601_568);
    }
}
