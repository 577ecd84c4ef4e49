package org.dlcourse.homework.dogs;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;

/**
 * What a set of dog images holds.
 *
 * @param images as read
 */
record BreedFigure(PartitionedImages images) {
    private static final int COLUMNS = 8;

    Figure examples() {
        LabelledImages training = images.training();
        List<BufferedImage> tiles = new ArrayList<>();
        for (int breed = 0; breed < images.classes().size(); breed++) {
            int wanted = breed;
            IntStream.range(0, training.count())
                    .filter(place -> training.labels()[place] == wanted)
                    .limit(COLUMNS)
                    .forEach(place -> tiles.add(tile(training, place)));
        }
        return new Figure(
                "The first images of every breed",
                "Training images in the order of the list, " + COLUMNS + " of each breed. Data: " + images.title()
                        + ".",
                760,
                30 + 80 * images.classes().size(),
                new ImageGrid("", COLUMNS, tiles, images.classes(), List.of()),
                List.of(counts()));
    }

    static BufferedImage tile(LabelledImages images, int place) {
        return ImageTile.ofRgb(images.pixels(), place * images.imageSize(), images.height(), images.width());
    }

    DataTable counts() {
        List<List<Object>> rows = new ArrayList<>();
        for (int breed = 0; breed < images.classes().size(); breed++) {
            rows.add(List.of(
                    images.classes().get(breed),
                    count(images.training(), breed),
                    count(images.validation(), breed),
                    count(images.test(), breed)));
        }
        rows.add(List.of(
                "all",
                images.training().count(),
                images.validation().count(),
                images.test().count()));
        return new DataTable("Images by breed and partition", List.of("Breed", "Training", "Validation", "Test"), rows);
    }

    private static int count(LabelledImages images, int breed) {
        return (int)
                IntStream.of(images.labels()).filter(label -> label == breed).count();
    }
}
