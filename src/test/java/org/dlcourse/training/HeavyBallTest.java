package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

class HeavyBallTest {
    private static final double[][] GRADIENTS = {{1, -2}, {0.5, 0}, {-1, 4}};

    @Test
    void stepIsTheRateTimesADecayingSumOfGradients() {
        GradientUpdater<?> updater = new HeavyBall(0.1, 0.9).instantiate(Nd4j.zeros(1, 2), true);

        // By hand: v = .9 v + g; 1, 1.4, .26 and -2, -1.8, 2.38.
        assertThat(step(updater, 0)).containsExactly(new double[] {0.1, -0.2}, within(1e-7));
        assertThat(step(updater, 1)).containsExactly(new double[] {0.14, -0.18}, within(1e-7));
        assertThat(step(updater, 2)).containsExactly(new double[] {0.026, 0.238}, within(1e-7));
    }

    @Test
    void nesterovsMomentumIsAnotherAlgorithm() {
        GradientUpdater<?> updater = new Nesterovs(0.1, 0.9).instantiate(Nd4j.zeros(1, 2), true);

        assertThat(step(updater, 0)[0])
                .as("first step, 1.9 times the learning rate")
                .isCloseTo(0.19, within(1e-7));
    }

    private static double[] step(GradientUpdater<?> updater, int number) {
        INDArray gradient = Nd4j.createFromArray(GRADIENTS[number].clone()).reshape(1, 2);
        gradient = gradient.castTo(Nd4j.defaultFloatingPointType());
        updater.applyUpdater(gradient, number, 0);
        return gradient.toDoubleVector();
    }
}
