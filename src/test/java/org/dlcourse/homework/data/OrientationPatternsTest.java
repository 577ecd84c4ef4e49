package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.junit.jupiter.api.Test;

class OrientationPatternsTest {
    private static final int COUNT = 2_000;
    private static final int SIDE = 28;

    private final OrientationPatterns patterns = OrientationPatterns.draw(COUNT, 7);

    @Test
    void patternsAreTheSameOnEveryMachineAndDifferWithTheSeed() {
        // Written down once: another value means other images, and results that cannot be compared with earlier ones.
        assertThat(patterns.images().sha256()).startsWith("36beb4be41e90b64");
        assertThat(OrientationPatterns.draw(COUNT, 8).images().sha256())
                .isNotEqualTo(patterns.images().sha256());
    }

    @Test
    void bothClassesHaveExactlyTheSamePositions() {
        assertThat(positions(0)).hasSize(COUNT / 2).isEqualTo(positions(1));
        assertThat(positions(0).stream().distinct().count())
                .as("of 256 positions 1,000 draws leave out 256 * (255 / 256)^1,000 = 5 on average")
                .isGreaterThan(230);
    }

    @Test
    void edgesOfEveryImageHaveTheOrientationOfItsClass() {
        assertThat(OrientationPatterns.CLASSES).containsExactly("horizontal edges", "vertical edges");
        for (int image = 0; image < COUNT; image++) {
            double down = change(image, 1, 0);
            double right = change(image, 0, 1);
            boolean isHorizontal = patterns.images().labels()[image] == 0;
            assertThat(isHorizontal ? down : right)
                    .as("squared changes across the edges of image %d, more than twice those along them", image)
                    .isGreaterThan(2 * (isHorizontal ? right : down));
        }
    }

    @Test
    void imagesOfAPairAreTransposesOfEachOtherApartFromNoise() {
        LabelledImages images = patterns.images();
        for (int image = 0; image < COUNT; image += 2) {
            double difference = 0;
            double untransposed = 0;
            for (int dy = -6; dy <= 6; dy++) {
                for (int dx = -6; dx <= 6; dx++) {
                    int row = patterns.rows()[image];
                    int column = patterns.columns()[image];
                    int horizontal = images.pixel(image, 0, row + dy, column + dx);
                    difference += Math.abs(horizontal - images.pixel(image + 1, 0, row + dx, column + dy));
                    untransposed += Math.abs(horizontal - images.pixel(image + 1, 0, row + dy, column + dx));
                }
            }
            // The difference of two noises of 8 has a mean size of 8 * 2 / sqrt(pi) = 9.0; 169 of them vary by .5.
            assertThat(difference / 169).as("mean difference of pair %d", image).isLessThan(13);
            assertThat(untransposed / 169).as("control: not transposed").isGreaterThan(20);
        }
    }

    @Test
    void brightnessDoesNotDistinguishTheClasses() {
        LabelledImages images = patterns.images();
        double[] sum = new double[2];
        for (int i = 0; i < images.pixels().length; i++) {
            sum[images.labels()[i / images.imageSize()]] += images.pixels()[i] & 0xff;
        }
        // The noise's mean over 784,000 pixels of a class varies by 8 / sqrt(784,000) = .009.
        assertThat((sum[0] - sum[1]) / (COUNT / 2 * SIDE * SIDE)).isBetween(-.06, .06);
    }

    @Test
    void moreImagesBeginWithTheSameOnes() {
        byte[] few = OrientationPatterns.draw(10, 7).images().pixels();

        assertThat(Arrays.copyOf(patterns.images().pixels(), few.length)).isEqualTo(few);
    }

    @Test
    void oddCountIsAnError() {
        assertThatThrownBy(() -> OrientationPatterns.draw(5, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("5 is odd");
    }

    private List<Integer> positions(int label) {
        return IntStream.range(0, COUNT)
                .filter(image -> patterns.images().labels()[image] == label)
                .map(image -> patterns.rows()[image] * SIDE + patterns.columns()[image])
                .sorted()
                .boxed()
                .toList();
    }

    /** The sum of squared differences between pixels at this distance. */
    private double change(int image, int down, int right) {
        double sum = 0;
        for (int y = 0; y < SIDE - down; y++) {
            for (int x = 0; x < SIDE - right; x++) {
                double difference = patterns.images().pixel(image, 0, y + down, x + right)
                        - patterns.images().pixel(image, 0, y, x);
                sum += difference * difference;
            }
        }
        return sum;
    }
}
