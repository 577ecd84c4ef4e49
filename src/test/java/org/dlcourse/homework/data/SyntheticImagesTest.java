package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.junit.jupiter.api.Test;

class SyntheticImagesTest {
    @Test
    void syntheticCifar10IsTheSameOnEveryMachine() {
        ImageDataset images = SyntheticCifar10.draw(200, 50);

        // Written down once: another value means other images, and results that cannot be compared with earlier ones.
        assertThat(images.training().sha256()).startsWith("851720de69a5512f");
        assertThat(images.test().sha256()).startsWith("e7f71d883d91cbf7");
        assertThat(images.title()).isEqualTo("CIFAR-10 (synthetic)");
    }

    @Test
    void moreImagesBeginWithTheSameOnes() {
        byte[] few = SyntheticCifar10.draw(20, 10).training().pixels();

        assertThat(Arrays.copyOf(SyntheticCifar10.draw(40, 10).training().pixels(), few.length))
                .isEqualTo(few);
    }

    @Test
    void classesAreEquallyFrequentAndTestImagesDiffer() {
        ImageDataset images = SyntheticCifar10.draw(100, 100);

        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(Arrays.stream(images.training().labels()).filter(l -> l == wanted))
                    .as("images of class %d", label)
                    .hasSize(10);
        }
        for (int index = 0; index < 100; index++) {
            assertThat(images.test().select(new int[] {index}).pixels())
                    .as("test image %d beside training image %d", index, index)
                    .isNotEqualTo(images.training().select(new int[] {index}).pixels());
        }
    }

    @Test
    void drawnDigitsAreTheSameOnEveryMachine() {
        LabelledImages digits = SyntheticDigits.draw(30);

        assertThat(digits.sha256()).startsWith("df0a81d7310b235d");
        assertThat(digits.labels()).startsWith(0, 1, 2, 3).endsWith(8, 9);
    }
}
