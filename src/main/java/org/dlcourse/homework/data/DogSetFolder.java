package org.dlcourse.homework.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.dataset.image.ColourImageFile;
import org.dlcourse.dataset.image.ImageFiles;
import org.dlcourse.homework.data.DogSetTable.Row;

/**
 * Reads DogSet in the form in which its course distributes it: {@code dogs.csv} lists the breed and partition of each image, and
 * {@code images} holds the images of 64x64 pixels.
 */
public final class DogSetFolder {
    /** The folder of the data set. */
    public static final String FOLDER = "DogSet";

    static final int SIDE = 64;

    private static final String TABLE = "dogs.csv";
    private static final String IMAGES = "images";
    private static final int CHANNELS = 3;

    private final Path folder;

    /** Reads {@code dogs.csv} and {@code images} in this folder. */
    public DogSetFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all images of the partitions train, valid and test, in the table's order; the classes are the breeds by number.
     *
     * @throws DataException if the table or an image is missing, damaged or of another format, or an image is listed in two rows
     */
    public PartitionedImages read() {
        DogSetTable table = new DogSetTable(entry(TABLE));
        List<String> breeds = table.breeds();
        Map<Row, Path> images = images(table.rows());
        return new PartitionedImages(
                "DogSet",
                ImageDataset.Origin.REAL,
                breeds,
                read(table, images, Partition.TRAINING),
                read(table, images, Partition.VALIDATION),
                read(table, images, Partition.TEST));
    }

    /** An entry of the folder, or of a folder of the same name in it, as some archives unpack. */
    private Path entry(String name) {
        FolderListing listing = FolderListing.of(folder);
        return listing.find(name)
                .or(() -> listing.find(FOLDER).filter(Files::isDirectory).flatMap(nested -> FolderListing.of(nested)
                        .find(name)))
                .orElseThrow(() -> new DataException("DogSet's " + name + " is missing in " + folder.toAbsolutePath()
                        + "; found " + listing + " there, expected " + TABLE + " and the folder " + IMAGES + "."));
    }

    /** The file of each row. */
    private Map<Row, Path> images(List<Row> rows) {
        Path parent = entry(IMAGES);
        ImageFiles images = new ImageFiles(parent);
        Map<Row, Path> files = new HashMap<>();
        Map<Path, Row> byFile = new HashMap<>();
        List<Row> missing = new ArrayList<>();
        for (Row row : rows) {
            Optional<Path> file = images.find(row.image());
            if (file.isPresent()) {
                checkFirst(byFile.putIfAbsent(file.get(), row), row);
                files.put(row, file.get());
            } else {
                missing.add(row);
            }
        }
        checkNone(missing, rows.size(), parent);
        return files;
    }

    private static void checkNone(List<Row> missing, int all, Path parent) {
        if (!missing.isEmpty()) {
            Row first = missing.get(0);
            String remedy = FolderListing.of(parent).hasUnreadableNames()
                    ? "Java cannot read the names of some files there in its locale: set LC_ALL=C.UTF-8."
                    : "Unpack all images again.";
            throw new DataException("DogSet's image " + first.image() + ", named in line "
                    + first.source().line() + " of " + TABLE + ", is missing in " + parent.toAbsolutePath()
                    + " (missing: " + missing.size() + " of " + all + "). " + remedy);
        }
    }

    /** A file in two partitions would be used for training and evaluation. */
    private static void checkFirst(Row first, Row row) {
        if (first != null) {
            throw row.source()
                    .wrong(
                            row.image() + " for " + row.partition() + ", which line "
                                    + first.source().line() + " names too, for " + first.partition(),
                            "each image once");
        }
    }

    private static LabelledImages read(DogSetTable table, Map<Row, Path> files, Partition partition) {
        List<Row> rows = table.rows(partition);
        int size = CHANNELS * SIDE * SIDE;
        byte[] pixels = new byte[rows.size() * size];
        IntStream.range(0, rows.size()).parallel().forEach(i -> {
            byte[] planes = ColourImageFile.read(files.get(rows.get(i)), SIDE, SIDE);
            System.arraycopy(planes, 0, pixels, i * size, size);
        });
        return new LabelledImages(pixels, rows.stream().mapToInt(Row::label).toArray(), CHANNELS, SIDE, SIDE);
    }
}
