package org.dlcourse.homework.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.dataset.file.FolderListing;
import org.dlcourse.dataset.image.ImageRows.Row;
import org.dlcourse.dataset.image.ImageSize;
import org.dlcourse.dataset.image.ImageStack;

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
        DogSetTable table = new DogSetTable(table());
        List<String> breeds = table.breeds();
        Map<Row, Path> images = table.files(images());
        return new PartitionedImages(
                "DogSet",
                ImageDataset.Origin.REAL,
                breeds,
                read(table, images, Partition.TRAINING),
                read(table, images, Partition.VALIDATION),
                read(table, images, Partition.TEST));
    }

    /**
     * The table that lists the images.
     *
     * @throws DataException if it is missing
     */
    public Path table() {
        return entry(TABLE);
    }

    /**
     * The folder that holds the images.
     *
     * @throws DataException if it is missing
     */
    public Path images() {
        return entry(IMAGES);
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

    private static LabelledImages read(DogSetTable table, Map<Row, Path> files, Partition partition) {
        List<Row> rows = table.rows(partition);
        List<Path> images = rows.stream().map(files::get).toList();
        int[] labels = rows.stream().mapToInt(table::number).toArray();
        return new ImageStack("DogSet", images, labels).readColour(new ImageSize(SIDE, SIDE));
    }
}
