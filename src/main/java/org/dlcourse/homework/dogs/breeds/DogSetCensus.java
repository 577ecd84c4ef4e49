package org.dlcourse.homework.dogs.breeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.homework.data.DogSetFolder;

/**
 * What DogSet's files hold, counted without the reader that loads them: the lines of the table by breed and partition, and the sizes that
 * the image files state.
 *
 * @param images number of lines of each breed, by the partition's position among {@link Partition}'s values
 * @param otherFiles lines of these partitions whose file is missing or is no image of 64 x 64 pixels
 */
record DogSetCensus(Map<String, int[]> images, int otherFiles) {
    private static final String FILE = "filename";
    private static final String BREED = "semantic_label";
    private static final String PARTITION = "partition";
    private static final int SIDE = 64;

    /**
     * Counts the files of the folder.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    static DogSetCensus of(DogSetFolder folder) {
        try {
            Map<String, Path> files = files(folder.images());
            Map<String, int[]> counts = new TreeMap<>();
            int others = 0;
            for (CsvTable.Row line :
                    new CsvTable("DogSet's table", folder.table(), List.of(FILE, BREED, PARTITION)).rows()) {
                Partition partition = Partition.of(line.cell(PARTITION)).orElse(null);
                if (partition != null) {
                    counts.computeIfAbsent(line.cell(BREED), breed -> new int[Partition.values().length])[
                            partition.ordinal()]++;
                    others += isImage(files.get(lastName(line.cell(FILE)))) ? 0 : 1;
                }
            }
            return new DogSetCensus(counts, others);
        } catch (IOException e) {
            throw new UncheckedIOException("DogSet's files cannot be counted: " + e.getMessage(), e);
        }
    }

    /** The number of lines of a breed in a partition. */
    int count(String breed, Partition partition) {
        return images.containsKey(breed) ? images.get(breed)[partition.ordinal()] : 0;
    }

    /** The number of lines of all breeds. */
    int total() {
        return images.values().stream()
                .mapToInt(counts -> counts[0] + counts[1] + counts[2])
                .sum();
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(lastName(file.toString()), file));
        }
        return files;
    }

    /** The file's name in one letter case and one Unicode form: systems write names in different ones. */
    private static String lastName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether the file states the right size. */
    private static boolean isImage(Path file) throws IOException {
        if (file == null) {
            return false;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return reader.getWidth(0) == SIDE && reader.getHeight(0) == SIDE;
            } finally {
                reader.dispose();
            }
        }
    }
}
