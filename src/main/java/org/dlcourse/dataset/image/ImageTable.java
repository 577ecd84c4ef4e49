package org.dlcourse.dataset.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageCollection;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.StratifiedSplit;

/**
 * A data set of PNG and JPEG images that a CSV table lists with their classes.
 *
 * @param name of the data set, such as {@code Shapes}
 * @param table the CSV file: separated by commas, semicolons or tabs, with a header
 * @param images the folder that the table's names of files are below
 * @param imageColumn the column of the images' files
 * @param classColumn the column of the classes' names
 */
public record ImageTable(String name, Path table, Path images, String imageColumn, String classColumn) {
    private static final int FEWEST_CLASSES = 2;
    private static final int FEWEST_IMAGES = 2;

    /** A table whose names of files are below the folder that it is in. */
    public ImageTable(String name, Path table, String imageColumn, String classColumn) {
        this(name, table, table.toAbsolutePath().getParent(), imageColumn, classColumn);
    }

    /**
     * Reads all images in the table's order; the classes are in the order of their names, by code units.
     *
     * @return gray images [images, 1, height, width] if all files are gray, else colour ones [images, 3, height, width]
     * @throws DataException if the table is damaged, names a file that is missing, is named twice, is no image, of another size or a
     *     link out of the folder, or a class has fewer than two images
     */
    public ImageCollection read() {
        ImageRows rows = rows(Optional.empty());
        List<String> classes = classes(rows);
        LabelledImages read = images(rows, classes);
        int[] counts = StratifiedSplit.counts(read.labels(), classes.size());
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < FEWEST_IMAGES) {
                throw new DataException(rows.name() + " has one image of the class " + classes.get(label)
                        + "; expected at least " + FEWEST_IMAGES
                        + ", one to learn from and one to test on. Add images, or remove the class.");
            }
        }
        return new ImageCollection(name, ImageDataset.Origin.REAL, classes, read);
    }

    /**
     * The same, split as a column of the table says: train, valid and test, as {@link Partition} names them.
     *
     * @param partitionColumn the column; rows of other partitions are left out
     * @throws DataException as {@link #read()} does, or if a partition has no image of a class
     */
    public PartitionedImages readPartitions(String partitionColumn) {
        ImageRows rows = rows(Optional.of(partitionColumn));
        List<String> classes = classes(rows);
        for (Partition partition : Partition.values()) {
            checkAllClasses(rows, classes, partition);
        }
        LabelledImages read = images(rows, classes);
        return new PartitionedImages(
                name,
                ImageDataset.Origin.REAL,
                classes,
                part(read, rows, Partition.TRAINING),
                part(read, rows, Partition.VALIDATION),
                part(read, rows, Partition.TEST));
    }

    private ImageRows rows(Optional<String> partitionColumn) {
        return new ImageRows(
                name,
                table,
                "the folder " + images.toAbsolutePath().getFileName(),
                new ImageColumns(imageColumn, classColumn, partitionColumn));
    }

    private static List<String> classes(ImageRows rows) {
        List<String> classes = List.copyOf(
                new TreeSet<>(rows.rows().stream().map(ImageRows.Row::className).toList()));
        if (classes.size() < FEWEST_CLASSES) {
            throw new DataException(
                    rows.name() + " has images of " + (classes.isEmpty() ? "no class" : "one class, " + classes.get(0))
                            + "; expected " + FEWEST_CLASSES + " or more to tell apart. Add rows of another class.");
        }
        return classes;
    }

    private LabelledImages images(ImageRows rows, List<String> classes) {
        Map<ImageRows.Row, Path> found = rows.files(images);
        List<Path> files = rows.rows().stream().map(found::get).toList();
        RealFolder folder = RealFolder.of(images);
        files.forEach(folder::check);
        int[] labels = rows.rows().stream()
                .mapToInt(row -> classes.indexOf(row.className()))
                .toArray();
        return new ImageStack(name, files, labels).read();
    }

    private static void checkAllClasses(ImageRows rows, List<String> classes, Partition partition) {
        List<String> present =
                rows.rows(partition).stream().map(ImageRows.Row::className).toList();
        List<String> missing =
                classes.stream().filter(one -> !present.contains(one)).toList();
        if (!missing.isEmpty()) {
            throw new DataException(rows.name() + " has no image of the classes " + missing + " in the partition "
                    + partition + "; expected some of each class. Add images, or remove the classes.");
        }
    }

    private static LabelledImages part(LabelledImages images, ImageRows rows, Partition partition) {
        return images.select(IntStream.range(0, images.count())
                .filter(i -> rows.rows().get(i).partition().equals(Optional.of(partition)))
                .toArray());
    }
}
