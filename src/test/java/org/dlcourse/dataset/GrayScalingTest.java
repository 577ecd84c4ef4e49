package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.dataset.npy.NpyReader;
import org.junit.jupiter.api.Test;

class GrayScalingTest {
    /** Float rounding in PyTorch: about 10 operations on values up to 2.6, each within half an ulp of 2^-22. */
    private static final double FLOAT_BOUND = 10 * Math.pow(2, -22);

    private static final Path GOLDEN = Path.of("fixtures", "gray");

    @Test
    void equalsPytorchsScaleNormaliseThenGray() {
        LabelledImages images = golden();
        double[] expected = NpyReader.read(GOLDEN.resolve("gray.npy")).doubles();

        Examples gray = GrayScaling.NORMALISED.features(images, 10);

        assertThat(gray.features().shape()).containsExactly(6, 1, 32, 32);
        float[] actual = gray.features().data().asFloat();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("pixel %d", i).isCloseTo(expected[i], within(FLOAT_BOUND));
        }
    }

    @Test
    void grayFirstAndNormalisedThenWouldDiffer() {
        // The control: the other order, with the mean over channels, as a student might do it.
        double[] expected = NpyReader.read(GOLDEN.resolve("gray.npy")).doubles();
        LabelledImages images = golden();
        double gray =
                (.2989 * images.pixel(0, 0, 0, 0) + .587 * images.pixel(0, 1, 0, 0) + .114 * images.pixel(0, 2, 0, 0))
                        / 255;

        assertThat(Math.abs((gray - .4734) / .2503 - expected[0])).isGreaterThan(100 * FLOAT_BOUND);
    }

    @Test
    void unscaledGrayIs255TimesTheScaledOneAndWhiteIsTheSumOfTheWeights() {
        byte[] pixels = new byte[3 * 4];
        Arrays.fill(pixels, 0, 12, (byte) 255);
        pixels[0] = 0;
        LabelledImages image = new LabelledImages(pixels, new int[1], 3, 2, 2);

        double[] unscaled =
                GrayScaling.ZERO_TO_255.features(image, 10).features().data().asDouble();
        double[] scaled =
                GrayScaling.ZERO_TO_ONE.features(image, 10).features().data().asDouble();

        // By hand: 255 (.587 + .114) without red, 255 (.2989 + .587 + .114) for white.
        assertThat(unscaled).containsExactly(new double[] {178.755, 254.9745, 254.9745, 254.9745}, within(2e-5));
        assertThat(scaled).containsExactly(new double[] {.701, .9999, .9999, .9999}, within(1e-7));
    }

    @Test
    void digestFollowsTheLabels() {
        LabelledImages images = golden();
        LabelledImages relabelled = new LabelledImages(images.pixels(), new int[] {1, 0, 0, 0, 0, 0}, 3, 32, 32);

        assertThat(GrayScaling.NORMALISED.features(relabelled, 10).sha256())
                .isNotEqualTo(GrayScaling.NORMALISED.features(images, 10).sha256());
    }

    private static LabelledImages golden() {
        NpyArray images = NpyReader.read(GOLDEN.resolve("images.npy"));
        byte[] pixels = new byte[images.length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) images.integers()[i];
        }
        return new LabelledImages(pixels, new int[6], 3, 32, 32);
    }
}
