package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlcourse.exercise.reference.DifferenceGradientFromWeights;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DifferenceGradientFromWeightsTest {
    private final GradientFromWeights gradientFromWeights = new DifferenceGradientFromWeights();

    @Test
    void gradientIsTheDifferenceDividedByTheLearningRate() {
        INDArray before = Nd4j.createFromArray(1.0, 2.0);
        INDArray after = Nd4j.createFromArray(0.5, 4.0);

        assertThat(gradientFromWeights.gradient(before, after, 0.25).toDoubleVector())
                .containsExactly(2, -8);
        assertThat(before.toDoubleVector()).containsExactly(1, 2);
        assertThat(after.toDoubleVector()).containsExactly(0.5, 4);
    }

    @Test
    void weightsOfTwoLayersAreAnError() {
        assertThatThrownBy(() -> gradientFromWeights.gradient(Nd4j.zeros(2, 3), Nd4j.zeros(3, 2), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before the step have shape [2, 3], those after it [3, 2]");
    }

    @Test
    void learningRateOfZeroIsAnError() {
        assertThatThrownBy(() -> gradientFromWeights.gradient(Nd4j.zeros(2), Nd4j.zeros(2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learning rate is 0.0; expected a number above 0");
    }
}
