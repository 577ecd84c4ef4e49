package org.dlcourse.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WinogradTransformTest {
    private static final int LANES = 8;
    private static final WinogradKernels KERNELS = Lanes.of(LANES).winograd();
    private static final int PRODUCTS = WinogradTransform.PRODUCTS;
    /** Three of the inputs, one of the weights, one of the product and five of the outputs, of which the offset's is none here. */
    private static final int ROUNDINGS = 3 + 1 + 1 + 4;

    private static final double[] POINTS = {0, 1, -1, 2, -2, .5, -.5};

    /** Of one input in a product: the largest coefficient of (x^2 - 1) (x^2 - 4) (x^2 - 1/4). */
    private static final double LARGEST_FACTOR = 5.25;

    /** Filters and inputs with one value that is not zero each: the transform is linear in both, so these say all of it. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void computesTheCorrelationOfEveryTapWithEveryInput(int taps) {
        WinogradTransform transform = WinogradTransform.withTaps(taps);
        for (int tap = 0; tap < taps; tap++) {
            for (int input = 0; input < PRODUCTS; input++) {
                float[] weights = new float[taps];
                weights[tap] = 1;
                float[] inputs = new float[PRODUCTS];
                inputs[input] = 1;
                float[] outputs = correlate(transform, weights, inputs, 0);
                for (int output = 0; output < transform.outputs(); output++) {
                    assertThat((double) outputs[output])
                            .as("output %d of tap %d and input %d", output, tap, input)
                            .isCloseTo(output + tap == input ? 1 : 0, offset(bound(transform, weights, output)));
                }
            }
        }
    }

    /** The roundings of what is summed up: factors of an input, of the weights, and powers of the points. */
    private static double bound(WinogradTransform transform, float[] weights, int output) {
        double sizes = 0;
        for (int product = 0; product < PRODUCTS; product++) {
            double power = product < POINTS.length ? Math.pow(POINTS[product], output) : 1;
            sizes += LARGEST_FACTOR * Math.abs(transform.filter(product, weights, 0) * power);
        }
        return ROUNDINGS * Math.ulp(1f) / 2 * sizes;
    }

    @Test
    void offsetIsAddedOnce() {
        WinogradTransform transform = WinogradTransform.withTaps(3);

        assertThat(correlate(transform, new float[3], new float[PRODUCTS], 2.5f))
                .containsOnly(2.5f);
    }

    @ParameterizedTest
    @CsvSource({"7, 2", "5, 4", "6, 5", "4, 3", "0, 9"})
    void otherSizesAreRefused(int outputs, int taps) {
        assertThatThrownBy(() -> new WinogradTransform(outputs, taps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for 6, 4 or 2 outputs of 3, 5 or 7 taps, not for " + outputs + " of " + taps);
    }

    private static float[] correlate(WinogradTransform transform, float[] weights, float[] inputs, float offset) {
        float[] from = new float[PRODUCTS * LANES];
        for (int i = 0; i < PRODUCTS; i++) {
            Arrays.fill(from, i * LANES, (i + 1) * LANES, inputs[i]);
        }
        float[][] products = new float[PRODUCTS][LANES];
        KERNELS.inputs(from, 0, 0, products, 0, 1);
        for (int product = 0; product < PRODUCTS; product++) {
            for (int lane = 0; lane < LANES; lane++) {
                products[product][lane] *= (float) transform.filter(product, weights, 0);
            }
        }
        float[] to = new float[transform.outputs() * LANES];
        KERNELS.outputs(transform.outputs(), offset, products, 0, to, 0, 1);
        float[] outputs = new float[transform.outputs()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = to[i * LANES];
            for (int lane = 1; lane < LANES; lane++) {
                assertThat(to[i * LANES + lane]).as("lane %d", lane).isEqualTo(outputs[i]);
            }
        }
        return outputs;
    }
}
