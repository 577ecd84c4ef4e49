package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dlcourse.dataset.ImageDataset;
import org.junit.jupiter.api.Test;

class SyntheticMnistTest {
    @Test
    void syntheticMnistIsTheSameOnEveryMachine() {
        ImageDataset images = SyntheticMnist.draw(200, 50);

        // Written down once: another value means other images, and results that cannot be compared with earlier ones.
        assertThat(images.training().sha256()).startsWith("680a3cdd268afa6a");
        assertThat(images.test().sha256()).startsWith("eeacfa3e989811f9");
        assertThat(images.title()).isEqualTo("MNIST (synthetic)");
    }

    @Test
    void moreImagesBeginWithTheSameOnes() {
        byte[] few = SyntheticMnist.draw(20, 10).training().pixels();

        assertThat(Arrays.copyOf(SyntheticMnist.draw(40, 10).training().pixels(), few.length))
                .isEqualTo(few);
    }

    @Test
    void digitsAlternateAndTestImagesDiffer() {
        ImageDataset images = SyntheticMnist.draw(20, 20);

        assertThat(images.training().labels()).startsWith(0, 1, 2, 3).endsWith(7, 8, 9);
        for (int index = 0; index < 20; index++) {
            assertThat(images.test().select(new int[] {index}).pixels())
                    .as("test image %d beside training image %d", index, index)
                    .isNotEqualTo(images.training().select(new int[] {index}).pixels());
        }
    }

    @Test
    void nearestMeanClassifiesManyDigitsButFarFromAll() {
        ImageDataset images = SyntheticMnist.draw(1_000, 1_000);

        // If all digits were alike, the nearest mean would classify nearly every test image correctly.
        assertThat(correctByNearestMean(images)).isBetween(500, 900);
    }

    private static int correctByNearestMean(ImageDataset images) {
        int size = images.training().imageSize();
        double[][] means = new double[10][size];
        for (int i = 0; i < images.training().count(); i++) {
            for (int pixel = 0; pixel < size; pixel++) {
                means[images.training().labels()[i]][pixel] +=
                        (images.training().pixels()[i * size + pixel] & 0xff)
                                * 10.0
                                / images.training().count();
            }
        }
        int correct = 0;
        for (int i = 0; i < images.test().count(); i++) {
            double[] distances = new double[10];
            for (int digit = 0; digit < 10; digit++) {
                for (int pixel = 0; pixel < size; pixel++) {
                    double difference = (images.test().pixels()[i * size + pixel] & 0xff) - means[digit][pixel];
                    distances[digit] += difference * difference;
                }
            }
            double smallest = Arrays.stream(distances).min().orElseThrow();
            correct += distances[images.test().labels()[i]] == smallest ? 1 : 0;
        }
        return correct;
    }
}
