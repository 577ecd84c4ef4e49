package org.dlcourse.homework.dogs.breeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.figure.ImageTile;
import org.dlcourse.homework.data.DogSetFolder;
import org.dlcourse.homework.data.DogSetSource;
import org.dlcourse.settings.CourseSettings;

/**
 * All images of DogSet as read from files, with what these files hold when counted without the reader. Synthetic images are written into
 * files of the course's own form first, so that they are counted as real ones are.
 *
 * @param read all images of the files
 * @param census of the same files
 * @param changed synthetic images that are not the same after writing and reading
 */
record DogSetFiles(PartitionedImages read, DogSetCensus census, int changed) {
    private static final Partition[] PARTITIONS = Partition.values();

    /**
     * The files of the data folder, or of a temporary one for synthetic images.
     *
     * @param images as the other experiments use them
     * @throws UncheckedIOException if files cannot be read or written
     */
    static DogSetFiles of(PartitionedImages images, CourseSettings settings) {
        if (images.origin() == Origin.REAL) {
            DogSetFolder folder =
                    new DogSetFolder(new DogSetSource(settings).folder().orElseThrow());
            return new DogSetFiles(folder.read(), DogSetCensus.of(folder), 0);
        }
        try {
            Path written = Files.createTempDirectory("dl-course-dogs");
            try {
                write(images, written);
                DogSetFolder folder = new DogSetFolder(written);
                PartitionedImages read = folder.read();
                return new DogSetFiles(read, DogSetCensus.of(folder), changed(images, read));
            } finally {
                delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Synthetic images cannot be written to files: " + e.getMessage(), e);
        }
    }

    /** The partitions, for training, validation and testing. */
    static List<LabelledImages> partitions(PartitionedImages images) {
        return List.of(images.training(), images.validation(), images.test());
    }

    /** Breeds and partitions of which another number of images was read than the files hold. */
    int differences() {
        int differences = read.classes().size() == census.images().size() ? 0 : 1;
        for (int partition = 0; partition < PARTITIONS.length; partition++) {
            for (int breed = 0; breed < read.classes().size(); breed++) {
                differences +=
                        count(partition, breed) == census.count(read.classes().get(breed), PARTITIONS[partition])
                                ? 0
                                : 1;
            }
        }
        return differences;
    }

    private long count(int partition, int breed) {
        return Arrays.stream(partitions(read).get(partition).labels())
                .filter(label -> label == breed)
                .count();
    }

    /** Writes {@code dogs.csv} and a PNG file for each image, as the course distributes them. */
    static void write(PartitionedImages images, Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("images"));
        List<String> lines = new ArrayList<>(List.of("filename,semantic_label,numeric_label,partition"));
        for (int partition = 0; partition < PARTITIONS.length; partition++) {
            LabelledImages part = partitions(images).get(partition);
            for (int i = 0; i < part.count(); i++) {
                String name = String.format(Locale.ROOT, "%06d.png", lines.size());
                int label = part.labels()[i];
                lines.add(String.join(
                        ",",
                        name,
                        images.classes().get(label),
                        Integer.toString(label),
                        PARTITIONS[partition].toString()));
                ImageIO.write(
                        ImageTile.ofRgb(part.pixels(), i * part.imageSize(), part.height(), part.width()),
                        "png",
                        files.resolve(name).toFile());
            }
        }
        Files.write(folder.resolve("dogs.csv"), lines);
    }

    private static int changed(PartitionedImages images, PartitionedImages read) {
        int changed = 0;
        for (int partition = 0; partition < PARTITIONS.length; partition++) {
            LabelledImages before = partitions(images).get(partition);
            LabelledImages after = partitions(read).get(partition);
            int size = before.imageSize();
            for (int i = 0; i < before.count(); i++) {
                boolean isSame = before.labels()[i] == after.labels()[i]
                        && Arrays.equals(
                                before.pixels(), i * size, (i + 1) * size, after.pixels(), i * size, (i + 1) * size);
                changed += isSame ? 0 : 1;
            }
        }
        return changed;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
