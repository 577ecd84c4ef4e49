package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class NetworkFactoryTest {
    @Test
    void pytorchInitialisationIsUniformWithinTheRootOfTheFanIn() {
        MultiLayerNetwork network = factory(Initialisation.PYTORCH).create(GrayCifarArchitectures.CNN_3, 5);

        INDArray weights = network.getLayer(3).getParam("W");
        double bound = 1 / Math.sqrt(8 * 7 * 7);
        assertThat(weights.shape()).containsExactly(16, 8, 7, 7);
        assertThat(weights.amaxNumber().doubleValue()).as("largest weight").isBetween(0.98 * bound, bound);
        // A uniform variable has standard deviation bound / sqrt 3; of n values it is known to about 1 / sqrt(2 n).
        double band = 4 / Math.sqrt(2.0 * weights.length());
        assertThat(weights.stdNumber().doubleValue() / (bound / Math.sqrt(3)))
                .as("spread of %d weights, within four standard errors", weights.length())
                .isCloseTo(1, within(band));
        assertThat(network.getLayer(3).getParam("b").amaxNumber().doubleValue())
                .as("largest bias")
                .isPositive()
                .isLessThanOrEqualTo(bound);
    }

    @Test
    void fullyConnectedLayersCountTheirInputsNotTheirUnits() {
        INDArray weights = factory(Initialisation.PYTORCH)
                .create(GrayCifarArchitectures.MLP_1, 5)
                .getLayer(0)
                .getParam("W");

        assertThat(weights.amaxNumber().doubleValue()).isBetween(0.98 / 32, 1.0 / 32);
    }

    @Test
    void seedDeterminesTheParameters() {
        INDArray once = factory(Initialisation.PYTORCH)
                .create(GrayCifarArchitectures.CNN_4, 5)
                .params();

        assertThat(factory(Initialisation.PYTORCH)
                        .create(GrayCifarArchitectures.CNN_4, 5)
                        .params())
                .isEqualTo(once);
        assertThat(factory(Initialisation.PYTORCH)
                        .create(GrayCifarArchitectures.CNN_4, 6)
                        .params())
                .isNotEqualTo(once);
    }

    @Test
    void lossStaysANumberWhereAProbabilityUnderflows() {
        Architecture line = new Architecture("line", Shape.flat(1), List.of(new FullyConnected(2, true)));
        MultiLayerNetwork network = factory(Initialisation.XAVIER).create(line, 5);
        network.getLayer(0)
                .getParam("W")
                .assign(Nd4j.createFromArray(200f, -200f).reshape(1, 2));
        network.setInput(Nd4j.ones(DataType.FLOAT, 1, 1));

        network.setLabels(Nd4j.createFromArray(1f, 0f).reshape(1, 2));
        network.computeGradientAndScore();
        assertThat(network.score()).as("loss of a certain, right prediction").isZero();

        network.setLabels(Nd4j.createFromArray(0f, 1f).reshape(1, 2));
        network.computeGradientAndScore();
        assertThat(network.score())
                .as("loss of a certain, wrong prediction: -ln of the smallest normal float")
                .isCloseTo(-Math.log(Float.MIN_NORMAL), within(1e-3));
    }

    private static NetworkFactory factory(Initialisation initialisation) {
        return new NetworkFactory(new Sgd(0.1), initialisation, DataType.FLOAT);
    }
}
