package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** The example of {@link Dl4jLayer}; {@code JavadocExamplesTest} compares them. */
class Dl4jLayerExampleTest {
    @Test
    void recurrentNetworkReadsImagesRowByRow() {
        Architecture rowByRow = new Architecture(
                "lstm_1",
                new Shape(1, 28, 28),
                List.of(
                        Dl4jLayer.of(
                                "LSTM-32, last step",
                                new LastTimeStep(new LSTM.Builder()
                                        .nOut(32)
                                        .activation(Activation.TANH)
                                        .build())),
                        Dl4jLayer.of("Dropout, keeps 80 %", new DropoutLayer(0.8)),
                        new FullyConnected(10, true)));

        assertThat(rowByRow.table()).extracting(row -> row.output().toString()).containsExactly("32", "32", "10");
    }
}
