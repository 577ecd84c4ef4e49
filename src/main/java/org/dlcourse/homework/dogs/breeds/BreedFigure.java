package org.dlcourse.homework.dogs.breeds;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.ImageGrid;
import org.dlcourse.figure.ImageTile;

/**
 * Example images and the number of images of each breed.
 *
 * @param images images as read
 */
record BreedFigure(PartitionedImages images) {
    private static final int COLUMNS = 8;
    private static final int MAX_ROWS = 20;

    Figure examples() {
        int breeds = images.classes().size();
        int rows = Math.min(breeds, MAX_ROWS);
        List<BufferedImage> tiles = new ArrayList<>();
        for (int breed = 0; breed < rows; breed++) {
            tiles.addAll(row(breed));
        }
        return new Figure(
                "The first images of each breed",
                String.format(
                        Locale.ROOT,
                        "Training images in the order of the data set, up to %d of each breed%s.%s Data: %s.",
                        COLUMNS,
                        rows < breeds ? ", for the first " + rows + " of " + breeds + " breeds" : "",
                        images.origin() == Origin.SYNTHETIC
                                ? " The shapes stand for breeds; some hardly differ from their background, and each image has a"
                                        + " smaller shape of another class."
                                : "",
                        images.title()),
                760,
                30 + 80 * rows,
                new ImageGrid("", COLUMNS, tiles, images.classes().subList(0, rows), List.of()),
                List.of(counts()));
    }

    /** The first images of a breed, filled up with white ones if it has fewer. */
    private List<BufferedImage> row(int breed) {
        LabelledImages training = images.training();
        List<BufferedImage> row = IntStream.range(0, training.count())
                .filter(index -> training.labels()[index] == breed)
                .limit(COLUMNS)
                .mapToObj(index -> tile(training, index))
                .collect(Collectors.toCollection(ArrayList::new));
        while (row.size() < COLUMNS) {
            row.add(blank(training.height(), training.width()));
        }
        return row;
    }

    private static BufferedImage blank(int height, int width) {
        byte[] white = new byte[3 * height * width];
        Arrays.fill(white, (byte) 255);
        return ImageTile.ofRgb(white, 0, height, width);
    }

    static BufferedImage tile(LabelledImages images, int index) {
        return ImageTile.ofRgb(images.pixels(), index * images.imageSize(), images.height(), images.width());
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
