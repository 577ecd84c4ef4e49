package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.junit.jupiter.api.Test;

class BreedFigureTest {
    @Test
    void rowOfABreedWithFewImagesIsFilledUpWithWhiteOnes() {
        Figure figure = new BreedFigure(images(2, 0, 1, 1, 1)).examples();

        ImageGrid grid = (ImageGrid) figure.drawing();
        assertThat(grid.rowLabels()).containsExactly("breed 0", "breed 1");
        assertThat(grid.images()).hasSize(16);
        assertThat(grid.images().subList(0, 12))
                .extracting(image -> image.getRGB(0, 0) == -1)
                .as("white")
                .containsExactly(false, true, true, true, true, true, true, true, false, false, false, true);
        assertThat(figure.caption()).contains("up to 8 of each breed. Data");
    }

    @Test
    void ofManyBreedsTheFirstAreDrawnAndAllAreCounted() {
        BreedFigure breeds = new BreedFigure(images(120, IntStream.range(0, 120).toArray()));

        assertThat(((ImageGrid) breeds.examples().drawing()).rowLabels()).hasSize(20);
        assertThat(breeds.examples().caption()).contains("for the first 20 of 120 breeds");
        assertThat(breeds.counts().rows()).hasSize(121);
    }

    @Test
    void grayImagesAreNotCalledColoured() {
        PartitionedImages gray = images(2, 0, 1);
        assertThat(new DogSetFacts(gray).sizeAndColours())
                .contains("Most pixels are gray: the channels differ in 0.0 %");

        gray.training().pixels()[0] = 9;
        gray.training().pixels()[3] = 9;
        gray.validation().pixels()[0] = 9;
        gray.test().pixels()[0] = 9;
        assertThat(new DogSetFacts(gray).sizeAndColours()).contains("The images are coloured");
    }

    /** Black images of one pixel. */
    private static PartitionedImages images(int breeds, int... labels) {
        LabelledImages[] partitions = new LabelledImages[3];
        Arrays.setAll(partitions, i -> new LabelledImages(new byte[3 * labels.length], labels.clone(), 3, 1, 1));
        List<String> names =
                IntStream.range(0, breeds).mapToObj(breed -> "breed " + breed).toList();
        return new PartitionedImages(
                "DogSet", ImageDataset.Origin.REAL, names, partitions[0], partitions[1], partitions[2]);
    }
}
