package org.dlcourse.homework.dogs.breeds;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlcourse.homework.data.DogSetFolder;

/**
 * What DogSet's files hold, counted without the reader that loads them: the lines of the table by breed and partition, and the sizes that
 * the image files state in their headers.
 *
 * @param images number of lines of each breed, for training, validation and testing
 * @param otherFiles lines of these partitions whose file is missing or is no PNG of 64 x 64 pixels
 */
record DogSetCensus(Map<String, int[]> images, int otherFiles) {
    private static final List<String> PARTITIONS = List.of("tr", "val", "te");
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int SIDE = 64;
    /** Length and name of the first chunk, before width and height. */
    private static final int TO_THE_SIZE = 8;

    /**
     * Counts the files of the folder.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    static DogSetCensus of(DogSetFolder folder) {
        try {
            List<String[]> lines = cells(folder.table());
            List<String> header = Stream.of(lines.get(0))
                    .map(cell -> cell.toLowerCase(Locale.ROOT))
                    .toList();
            Map<String, Path> files = files(folder.images());
            Map<String, int[]> counts = new TreeMap<>();
            int others = 0;
            for (String[] line : lines.subList(1, lines.size())) {
                Optional<Integer> partition = partition(line[header.indexOf("partition")]);
                if (partition.isPresent()) {
                    counts.computeIfAbsent(line[header.indexOf("semantic_label")], breed -> new int[PARTITIONS.size()])[
                            partition.get()]++;
                    others += isImage(files.get(lastName(line[header.indexOf("filename")]))) ? 0 : 1;
                }
            }
            return new DogSetCensus(counts, others);
        } catch (IOException e) {
            throw new UncheckedIOException("DogSet's files cannot be counted: " + e.getMessage(), e);
        }
    }

    /** The number of lines of a breed in a partition, 0 for training, 1 for validation and 2 for testing. */
    int count(String breed, int partition) {
        return images.containsKey(breed) ? images.get(breed)[partition] : 0;
    }

    /** The number of lines of all breeds. */
    int total() {
        return images.values().stream()
                .mapToInt(counts -> counts[0] + counts[1] + counts[2])
                .sum();
    }

    private static Optional<Integer> partition(String cell) {
        for (int i = 0; i < PARTITIONS.size(); i++) {
            if (cell.toLowerCase(Locale.ROOT).startsWith(PARTITIONS.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<String[]> cells(Path table) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.replace("\ufeff", "").replace("\"", "").split("[,;\t]", -1);
            if (Stream.of(cells).anyMatch(cell -> !cell.isBlank())) {
                lines.add(Stream.of(cells).map(String::strip).toArray(String[]::new));
            }
        }
        return lines;
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(file -> files.put(lastName(file.toString()), file));
        }
        return files;
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the file begins as a PNG of the right size does. */
    private static boolean isImage(Path file) throws IOException {
        if (file == null) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file);
                DataInputStream header = new DataInputStream(in)) {
            boolean isPng = header.readLong() == PNG;
            header.skipNBytes(TO_THE_SIZE);
            return isPng && header.readInt() == SIDE && header.readInt() == SIDE;
        } catch (EOFException shorterThanAHeader) {
            return false;
        }
    }
}
