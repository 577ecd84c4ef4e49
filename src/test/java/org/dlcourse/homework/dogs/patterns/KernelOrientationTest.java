package org.dlcourse.homework.dogs.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class KernelOrientationTest {
    private static final int SIDE = 5;

    @Test
    void horizontalVerticalAndDiagonalEdgesAreDistinguished() {
        assertThat(of((x, y) -> y < 2 ? 1 : 0).degrees()).as("horizontal edge").isEqualTo(0);
        assertThat(of((x, y) -> x < 2 ? 1 : 0).degrees()).as("vertical edge").isEqualTo(90);
        assertThat(of((x, y) -> x - y).degrees())
                .as("rises to the upper right, so that its edges run along the main diagonal; y points down")
                .isCloseTo(45, within(1e-9));
        assertThat(of((x, y) -> y < 2 ? 1 : 0).isHorizontal()).isTrue();
        assertThat(of((x, y) -> x < 2 ? 1 : 0).isHorizontal()).isFalse();
        assertThat(of((x, y) -> x + .2 * y).deviation()).isCloseTo(Math.toDegrees(Math.atan(.2)), within(1e-9));
    }

    @Test
    void coherenceDistinguishesAnEdgeFromNoise() {
        Random random = new Random(1);

        assertThat(of((x, y) -> x).coherence()).as("a ramp").isCloseTo(1, within(1e-12));
        assertThat(of((x, y) -> random.nextGaussian()).coherence()).as("noise").isLessThan(.7);
        assertThat(of((x, y) -> (x - 2) * (x - 2) + (y - 2) * (y - 2)).coherence())
                .as("a bowl has gradients in all directions")
                .isCloseTo(0, within(1e-12));
        assertThat(of((x, y) -> 1).coherence()).as("no gradient at all").isZero();
    }

    private static KernelOrientation of(DoubleBinaryOperator value) {
        double[] kernel = new double[SIDE * SIDE];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = value.applyAsDouble(i % SIDE, i / SIDE);
        }
        return KernelOrientation.of(kernel, SIDE);
    }
}
