package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeanImageTest {
    private final LabelledImages images =
            new LabelledImages(new byte[] {0, 10, (byte) 255, 30}, new int[] {1, 0}, 1, 1, 2);

    @Test
    void meanIsTakenPixelByPixelAndOffEveryImage() {
        MeanImage mean = MeanImage.of(images);

        assertThat(mean.values()).containsExactly(127.5, 20);
        assertThat(mean.features(images, 2).features().reshape(4).toFloatVector())
                .containsExactly(-127.5f, -10, 127.5f, 10);
        assertThat(mean.features(images, 2).labels()).containsExactly(1, 0);
    }

    @Test
    void imagesOfAnotherSizeAreRejected() {
        MeanImage mean = new MeanImage(new double[3]);

        assertThatThrownBy(() -> mean.features(images, 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("3 values does not fit images of 1x1x2");
    }
}
