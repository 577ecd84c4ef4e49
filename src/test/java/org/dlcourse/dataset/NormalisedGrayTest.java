package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NormalisedGrayTest {
    /** Float rounding in PyTorch: about 10 operations on values up to 2.6, each within half an ulp of 2^-22. */
    private static final double FLOAT_BOUND = 10 * Math.pow(2, -22);

    private static final Path GOLDEN = Path.of("fixtures", "gray");

    @Test
    void equalsPytorchsScaleNormaliseThenGray() {
        LabelledImages images = golden();
        double[] expected = NpyReader.read(GOLDEN.resolve("gray.npy")).doubles();

        Examples gray = NormalisedGray.of(images, 10);

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
    void digestFollowsTheLabels() {
        LabelledImages images = golden();
        LabelledImages relabelled = new LabelledImages(images.pixels(), new int[] {1, 0, 0, 0, 0, 0}, 3, 32, 32);

        assertThat(NormalisedGray.of(relabelled, 10).sha256())
                .isNotEqualTo(NormalisedGray.of(images, 10).sha256());
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
