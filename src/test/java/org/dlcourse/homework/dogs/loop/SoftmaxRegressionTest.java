package org.dlcourse.homework.dogs.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.dataset.Examples;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
    private static final Examples ONE = Examples.of(new float[] {3, -1}, new int[] {1, 1, 1, 2}, new int[] {1}, 2);

    @Test
    void stepReturnsTheLossBeforeItAndMovesAgainstTheGradient() {
        SoftmaxRegression model = new SoftmaxRegression(new double[2][2], new double[2]);

        // Both probabilities are 1/2: the loss is ln 2, and the gradient of the logits is 1/2 and -1/2.
        assertThat(model.step(ONE, new int[] {0}, 0.1)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(model.bias()).containsExactly(new double[] {-.05, .05}, within(1e-15));
        assertThat(model.weights()[0]).containsExactly(new double[] {-.15, .15}, within(1e-15));
        assertThat(model.weights()[1]).containsExactly(new double[] {.05, -.05}, within(1e-15));
    }

    @Test
    void predictionIsTheClassWithTheLargerProbability() {
        SoftmaxRegression model = new SoftmaxRegression(new double[][] {{0, 1}, {0, 0}}, new double[2]);

        assertThat(model.accuracy(ONE)).isEqualTo(1);
        assertThat(new SoftmaxRegression(new double[][] {{1, 0}, {0, 0}}, new double[2]).accuracy(ONE))
                .isZero();
    }
}
