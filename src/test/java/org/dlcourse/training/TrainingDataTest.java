package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.dataset.ChannelScaling;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.junit.jupiter.api.Test;

class TrainingDataTest {
    private final PartitionedImages images = new PartitionedImages(
            "Shapes",
            ImageDataset.Origin.REAL,
            List.of("disc", "square", "triangle"),
            images(10, 0, 1, 2),
            images(50, 1),
            images(90, 2, 0));

    @Test
    void partsOfImagesBecomeThoseOfARunWithTitleAndDigest() {
        ChannelScaling scaling = ChannelScaling.zeroToOne(1);

        TrainingData data = TrainingData.of(images, scaling::features);

        assertThat(data.training().labels()).containsExactly(0, 1, 2);
        assertThat(data.training().classes()).isEqualTo(3);
        assertThat(data.validation().features().getFloat(0, 0, 0, 0)).isEqualTo(50 / 255f);
        assertThat(data.test().features().getFloat(1, 0, 0, 0)).isEqualTo(91 / 255f);
        assertThat(data.description())
                .isEqualTo("Shapes (real): 3 training, 1 validation, 2 test images, SHA-256 "
                        + data.sha256().substring(0, 12));
    }

    @Test
    void digestChangesWithOnePixel() {
        TrainingData data = TrainingData.of(images, ChannelScaling.zeroToOne(1)::features);
        images.training().pixels()[2]++;

        assertThat(TrainingData.of(images, ChannelScaling.zeroToOne(1)::features)
                        .sha256())
                .isNotEqualTo(data.sha256());
    }

    /** Gray images of one pixel, with values from the first one on. */
    private static LabelledImages images(int first, int... labels) {
        byte[] pixels = new byte[labels.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (first + i);
        }
        return new LabelledImages(pixels, labels, 1, 1, 1);
    }
}
