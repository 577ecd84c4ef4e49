package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageCollectionTest {
    private static final int OF_DISCS = 8;
    private static final int OF_SQUARES = 12;

    /** Images of one pixel, which is the image's index. */
    private final ImageCollection shapes = new ImageCollection(
            "Shapes", ImageDataset.Origin.REAL, List.of("disc", "square"), images(OF_DISCS, OF_SQUARES));

    @Test
    void partsHaveTheSameNumberOfEveryClassAndNoImageInCommon() {
        PartitionedImages parts = shapes.split(4, 1, 2, 449);

        assertThat(parts.title()).isEqualTo("Shapes (real)");
        assertThat(parts.classes()).isEqualTo(shapes.classes());
        assertThat(parts.training().labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(parts.validation().labels()).containsExactly(0, 1);
        assertThat(parts.test().labels()).containsExactly(0, 0, 1, 1);
        Set<Byte> all = new HashSet<>();
        for (LabelledImages part : List.of(parts.training(), parts.validation(), parts.test())) {
            for (int i = 0; i < part.count(); i++) {
                assertThat(all.add(part.pixels()[i]))
                        .as("image %d is new", part.pixels()[i])
                        .isTrue();
                assertThat(part.labels()[i]).isEqualTo(part.pixels()[i] < OF_DISCS ? 0 : 1);
            }
        }
    }

    @Test
    void seedDeterminesTheSplit() {
        PartitionedImages parts = shapes.split(4, 1, 2, 449);
        PartitionedImages again = shapes.split(4, 1, 2, 449);

        assertThat(again.training().sha256()).isEqualTo(parts.training().sha256());
        assertThat(shapes.split(4, 1, 2, 450).training().sha256())
                .isNotEqualTo(parts.training().sha256());
    }

    @Test
    void testSetStaysWhenTheOtherPartsChange() {
        assertThat(shapes.split(5, 1, 2, 449).test().sha256())
                .isEqualTo(shapes.split(2, 2, 2, 449).test().sha256());
    }

    @Test
    void classWithTooFewImagesForTheSplitIsReported() {
        assertThat(shapes.split(5, 1, 2, 449).training().count())
                .as("exactly enough")
                .isEqualTo(10);

        assertThatThrownBy(() -> shapes.split(6, 1, 2, 449))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "The class disc of Shapes has 8 images; expected at least 9, 6 for training, 1 for validation"
                                + " and 2 for test. Add images, or split off fewer.");
    }

    @Test
    void emptyPartIsRefused() {
        assertThatThrownBy(() -> shapes.split(6, 0, 2, 449)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LabelledImages images(int discs, int squares) {
        byte[] pixels = new byte[discs + squares];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) i);
        int[] labels =
                IntStream.range(0, pixels.length).map(i -> i < discs ? 0 : 1).toArray();
        return new LabelledImages(pixels, labels, 1, 1, 1);
    }
}
