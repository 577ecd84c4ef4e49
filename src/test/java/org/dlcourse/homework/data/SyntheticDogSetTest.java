package org.dlcourse.homework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.junit.jupiter.api.Test;

class SyntheticDogSetTest {
    @Test
    void syntheticDogSetIsTheSameOnEveryMachine() {
        PartitionedImages images = SyntheticDogSet.draw(60, 30, 20);

        // Written down once: another value means other images, and results that cannot be compared with earlier ones.
        assertThat(images.training().sha256()).startsWith("97f745401b6e9cf4");
        assertThat(images.validation().sha256()).startsWith("3f377e0ea6a9f835");
        assertThat(images.test().sha256()).startsWith("24a763a0afa3f154");
        assertThat(images.title()).isEqualTo("DogSet (synthetic)");
    }

    @Test
    void imagesAreAsLargeAsTheRealOnesAndClassesAlternate() {
        LabelledImages images = SyntheticDogSet.draw(20, 10, 10).training();

        assertThat(images.channels()).isEqualTo(3);
        assertThat(images.height()).isEqualTo(64);
        assertThat(images.width()).isEqualTo(64);
        assertThat(images.labels()).startsWith(0, 1, 2, 3).endsWith(7, 8, 9);
    }

    @Test
    void moreImagesBeginWithTheSameOnes() {
        byte[] few = SyntheticDogSet.draw(10, 10, 10).training().pixels();

        assertThat(Arrays.copyOf(SyntheticDogSet.draw(20, 10, 10).training().pixels(), few.length))
                .isEqualTo(few);
    }

    @Test
    void partitionsShareNoImage() {
        PartitionedImages images = SyntheticDogSet.draw(10, 10, 10);

        for (int index = 0; index < 10; index++) {
            byte[] training = images.training().select(new int[] {index}).pixels();
            byte[] validation = images.validation().select(new int[] {index}).pixels();
            byte[] test = images.test().select(new int[] {index}).pixels();
            assertThat(training).isNotEqualTo(validation).isNotEqualTo(test);
            assertThat(validation).isNotEqualTo(test);
        }
    }
}
