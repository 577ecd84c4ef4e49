package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlcourse.kit.GradientCheck.Parameter;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientCheckTest {
    @Test
    void gradientCheckFindsTheWrongNumber() {
        INDArray values = Nd4j.createFromArray(1.0, 2.0, 3.0);
        INDArray gradient = Nd4j.createFromArray(2.0, 4.5, 6.0);

        GradientCheck check = GradientCheck.of(
                List.of(new Parameter("x", values, gradient)),
                () -> values.mul(values).sumNumber().doubleValue());

        assertThat(check.worst().get(0).index()).isEqualTo(1);
        assertThat(check.worst().get(0).quotient()).isCloseTo(4, within(1e-8));
        assertThat(check.largestRelativeError()).as(".5 / 8.5").isCloseTo(0.5 / 8.5, within(1e-8));
        assertThat(values.toDoubleVector()).as("restored").containsExactly(1, 2, 3);
    }

    @Test
    void rightGradientHasNoErrorButRounding() {
        INDArray values = Nd4j.createFromArray(1.0, 2.0, 3.0);
        INDArray gradient = Nd4j.createFromArray(2.0, 4.0, 6.0);

        GradientCheck check = GradientCheck.of(
                List.of(new Parameter("x", values, gradient)),
                () -> values.mul(values).sumNumber().doubleValue());

        assertThat(check.largestRelativeError()).isLessThan(1e-8);
    }

    @Test
    void floatsAreAnError() {
        INDArray values = Nd4j.createFromArray(1f, 2f);

        assertThatThrownBy(() -> GradientCheck.of(List.of(new Parameter("x", values, values)), () -> 0))
                .hasMessageContaining("x is FLOAT; differences need double precision");
    }
}
