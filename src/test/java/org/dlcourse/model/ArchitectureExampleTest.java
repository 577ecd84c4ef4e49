package org.dlcourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.junit.jupiter.api.Test;

/** The example of {@link Architecture}; {@code JavadocExamplesTest} compares them. */
class ArchitectureExampleTest {
    @Test
    void perceptronHasItsParameters() {
        Architecture perceptron = new Architecture(
                "mlp_1",
                new Shape(1, 32, 32),
                List.of(
                        new FullyConnected(32, true),
                        new Activation(ActivationFunction.RELU),
                        new FullyConnected(10, true)));
        long parameters = perceptron.parameterCount(); // 33,130

        assertThat(parameters).isEqualTo(33_130);
    }
}
