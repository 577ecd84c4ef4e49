package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class Dl4jLayerTest {
    private static final Dl4jLayer DROPOUT = Dl4jLayer.of("Dropout", new DropoutLayer(0.8));
    private static final Dl4jLayer TANH = Dl4jLayer.of("tanh", new ActivationLayer(Activation.TANH));
    private static final Dl4jLayer NORMALISATION = Dl4jLayer.of("batch norm", new BatchNormalization());
    private static final LSTM LSTM_32 =
            new LSTM.Builder().nOut(32).activation(Activation.TANH).build();
    private static final FullyConnected TEN = new FullyConnected(10, true);

    @Test
    void recurrentLayerReadsTheRowsOfAnImageOneAfterAnother() {
        Architecture architecture = architecture(
                new Shape(1, 28, 20),
                Dl4jLayer.of(
                        "both ways",
                        new Bidirectional(new LSTM.Builder()
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build())),
                Dl4jLayer.of("LSTM-32", new LastTimeStep(LSTM_32)),
                TEN);

        assertThat(architecture.inputForm()).isEqualTo(InputForm.SEQUENCES);
        // Four gates, each with a weight for every feature and every unit, and a bias; two directions.
        assertThat(rows(architecture))
                .containsExactly(
                        "both ways -> 16 x 28 x 1, " + 2 * 4 * (20 * 8 + 8 * 8 + 8),
                        "LSTM-32 -> 32, " + 4 * (16 * 32 + 32 * 32 + 32),
                        "FC-10 -> 10, 330");
        assertThat(network(architecture).numParams()).isEqualTo(architecture.parameterCount());
        assertThat(architecture.depth()).isEqualTo(3);
        assertThat(architecture.layers().get(1).weights(new Shape(16, 28, 1))).isEqualTo(4 * (16 * 32 + 32 * 32));
    }

    @Test
    void sequenceHasARowAsAStep() {
        INDArray images = Nd4j.arange(12).reshape(1, 2, 3, 2);

        INDArray sequence = InputForm.SEQUENCES.of(images);

        assertThat(sequence.shape()).containsExactly(1, 4, 3);
        assertThat(sequence.get(NDArrayIndex.point(0), NDArrayIndex.all(), NDArrayIndex.point(1))
                        .toDoubleVector())
                .as("the second row of both channels")
                .containsExactly(2, 3, 8, 9);
    }

    @Test
    void layerThatServesVectorsAndImagesLeavesTheFormToTheNext() {
        Architecture perceptron = architecture(new Shape(1, 6, 6), NORMALISATION, DROPOUT, TEN);
        Architecture convolutional =
                architecture(new Shape(1, 6, 6), NORMALISATION, DROPOUT, new Convolution(3, 3, 2), TANH, TEN);

        assertThat(perceptron.inputForm()).isEqualTo(InputForm.VECTORS);
        assertThat(rows(perceptron)).startsWith("batch norm -> 36, " + 4 * 36, "Dropout -> 36, 0");
        assertThat(convolutional.inputForm()).isEqualTo(InputForm.IMAGES);
        assertThat(rows(convolutional))
                .startsWith("batch norm -> 1 x 6 x 6, 4", "Dropout -> 1 x 6 x 6, 0")
                .contains("tanh -> 2 x 4 x 4, 0");
        assertThat(network(perceptron).numParams()).isEqualTo(perceptron.parameterCount());
        assertThat(network(convolutional).numParams()).isEqualTo(convolutional.parameterCount());
    }

    @Test
    void layersOfOtherKindsStandBesideEachOtherInAGraph() {
        Architecture graph = architecture(new Shape(3, 8, 8), new NormalisedConvolution(3, 4, 2), TANH, DROPOUT, TEN);

        assertThat(new GraphFactory(factory()).create(graph, 1).numParams())
                .isEqualTo(graph.parameterCount() + GraphFactory.statistics(graph));
    }

    @Test
    void layersOfDl4jStartAsTheirConfigurationSays() {
        Architecture architecture =
                architecture(new Shape(4, 3, 1), Dl4jLayer.of("LSTM", new LastTimeStep(LSTM_32)), TEN);

        INDArray bias = network(architecture).getLayer(0).getParam("b");

        assertThat(bias.meanNumber().doubleValue())
                .as("one of four gates starts with biases of 1")
                .isEqualTo(0.25);
    }

    @Test
    void vectorsBehindASequenceAreRefused() {
        Architecture open = architecture(new Shape(4, 3, 1), Dl4jLayer.of("LSTM-32", LSTM_32), TEN);
        Architecture late =
                architecture(new Shape(1, 6, 6), new FullyConnected(8, true), Dl4jLayer.of("LSTM-32", LSTM_32), TEN);

        assertThatThrownBy(() -> network(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample (LSTM-32, FC-10)")
                .hasMessageContaining("LastTimeStep");
        assertThatThrownBy(() -> network(late))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample (FC-8, LSTM-32, FC-10)");
    }

    @Test
    void layerThatDoesNotFitIsRefused() {
        Dl4jLayer large = Dl4jLayer.of(
                "Conv-9x9", new ConvolutionLayer.Builder(9, 9).nOut(2).build());

        assertThatThrownBy(() -> large.outputShape(new Shape(1, 6, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Conv-9x9 does not fit its input of 1 x 6 x 6: ");
    }

    @Test
    void equalConfigurationsAreEqualAndOtherOnesAreNot() throws Exception {
        Dl4jLayer again = Dl4jLayer.of("Dropout", new DropoutLayer(0.8));
        ObjectMapper json = new ObjectMapper();

        assertThat(again).isEqualTo(DROPOUT);
        assertThat(Dl4jLayer.of("Dropout", new DropoutLayer(0.7))).isNotEqualTo(DROPOUT);
        assertThat(json.readValue(json.writeValueAsString(DROPOUT), LayerSpec.class))
                .isEqualTo(DROPOUT);
        assertThat(DROPOUT.configuration().json())
                .startsWith("{\"@class\":\"org.deeplearning4j.nn.conf.layers.DropoutLayer\",\"activationFn\":null,");
    }

    @Test
    void changeOfAConfigurationAfterwardsChangesNoArchitecture() {
        DropoutLayer layer = new DropoutLayer(0.8);
        Dl4jLayer spec = Dl4jLayer.of("Dropout", layer);

        layer.setLayerName("other");
        spec.configuration().as(Layer.class).setLayerName("other");

        assertThat(spec).isEqualTo(DROPOUT);
    }

    @Test
    void classesOfACourseAreNamedAndThoseOfDl4jAreNot() {
        Dl4jLayer own = Dl4jLayer.of("square", new ActivationLayer(new Square()));

        assertThat(own.configuration().classesOfTheCourse()).containsExactly(Square.class);
        assertThat(DROPOUT.configuration().classesOfTheCourse()).isEmpty();
        assertThat(architecture(new Shape(1, 2, 2), own, TEN).parameterCount()).isEqualTo(50);
    }

    @Test
    void configurationThatIsNotReadBackIsRefused() {
        assertThatThrownBy(() -> Dl4jLayer.of("power", new ActivationLayer(new Power(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written as JSON and read back")
                .hasMessageContaining("ActivationLayer");
    }

    /** A course's own activation. */
    public static class Square extends BaseActivationFunction {
        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            return in.muli(in);
        }

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
            return new Pair<>(in.muli(2).muli(epsilon), null);
        }
    }

    /** One that JSON does not keep. */
    public static final class Power extends Square {
        private final int exponent;

        public Power(int exponent) {
            this.exponent = exponent;
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            return super.getActivation(in, training).muli(exponent);
        }
    }

    private static Architecture architecture(Shape input, LayerSpec... layers) {
        return new Architecture("sample", input, List.of(layers));
    }

    private static List<String> rows(Architecture architecture) {
        return architecture.table().stream()
                .map(row -> row.layer() + " -> " + row.output() + ", " + row.parameters())
                .toList();
    }

    private static MultiLayerNetwork network(Architecture architecture) {
        return factory().create(architecture, 1);
    }

    private static NetworkFactory factory() {
        return new NetworkFactory(new Sgd(0.1), Initialisation.PYTORCH, DataType.FLOAT);
    }
}
