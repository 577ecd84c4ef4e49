package org.dlcourse.dataset.image;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.dataset.file.FolderListing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a table that says which image is of which class, and perhaps in which partition. Rows of other partitions than {@link
 * Partition}'s are left out, which a line on the console says with their number.
 */
public final class ImageRows {
    private static final Logger LOG = LoggerFactory.getLogger("course.data");

    private final String set;
    private final Path file;
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /**
     * What a line says of an image.
     *
     * @param source the line
     * @param image name of the file
     * @param className its class, in Unicode's composed form
     * @param partition what it is for; empty where the table does not say that
     */
    public record Row(CsvTable.Row source, String image, String className, Optional<Partition> partition) {
        private String use() {
            return partition.map(use -> " for " + use).orElse("");
        }
    }

    /**
     * Reads a table.
     *
     * @param set name of the data set
     * @param folder what the table's names of images are below, such as {@code the folder images}, for errors
     * @param others columns that are read beside those of images
     * @throws DataException if the table is damaged, lacks a column, or a row has no class or a file name that leads elsewhere
     */
    public ImageRows(String set, Path file, String folder, ImageColumns columns, String... others) {
        this.set = set;
        this.file = file;
        CsvTable table = new CsvTable(
                set + "'s table",
                file,
                Stream.concat(columns.names().stream(), Arrays.stream(others)).toList());
        name = table.name();
        for (CsvTable.Row row : table.rows()) {
            Optional<Partition> partition = columns.partition().flatMap(column -> Partition.of(row.cell(column)));
            if (columns.partition().isEmpty() || partition.isPresent()) {
                rows.add(row(row, folder, columns, partition));
            } else {
                String other = row.cell(columns.partition().orElseThrow());
                leftOut.merge(other.isEmpty() ? "(none)" : other, 1, Integer::sum);
            }
        }
        if (!leftOut.isEmpty()) {
            LOG.info("Of {} these rows are left out, by their partition: {}", name, leftOut);
        }
    }

    private static Row row(CsvTable.Row row, String folder, ImageColumns columns, Optional<Partition> partition) {
        String image = row.cell(columns.image());
        if (!ImageFiles.isBelow(image)) {
            throw row.wrong("the file name \"" + image + "\"", "a name below " + folder + ", without ..");
        }
        String className = Normalizer.normalize(row.cell(columns.className()), Normalizer.Form.NFC);
        if (className.isEmpty()) {
            throw row.wrong("no " + columns.className().replace('_', ' '), "the name of a class");
        }
        return new Row(row, image, className, partition);
    }

    /** What and where the table is, as errors name it. */
    public String name() {
        return name;
    }

    /** The rows that are used, in the file's order. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The rows of one partition, in the file's order.
     *
     * @throws DataException if there are none
     */
    public List<Row> rows(Partition partition) {
        List<Row> found = rows.stream()
                .filter(row -> row.partition().equals(Optional.of(partition)))
                .toList();
        if (found.isEmpty()) {
            throw new DataException(name + " has no image of the partition " + partition + "; expected some of each of "
                    + Arrays.toString(Partition.values())
                    + (leftOut.isEmpty() ? "." : ", found rows of others too: " + leftOut + "."));
        }
        return found;
    }

    /**
     * The file of each row.
     *
     * @param parent the folder that the names are below
     * @throws DataException if a file is missing, or two rows name it
     */
    public Map<Row, Path> files(Path parent) {
        ImageFiles images = new ImageFiles(parent);
        Map<Row, Path> files = new HashMap<>();
        Map<Path, Row> byFile = new HashMap<>();
        List<Row> missing = new ArrayList<>();
        for (Row row : rows) {
            Optional<Path> image = images.find(row.image());
            if (image.isPresent()) {
                checkFirst(byFile.putIfAbsent(image.get(), row), row);
                files.put(row, image.get());
            } else {
                missing.add(row);
            }
        }
        checkNone(missing, parent);
        return files;
    }

    private void checkNone(List<Row> missing, Path parent) {
        if (!missing.isEmpty()) {
            Row first = missing.get(0);
            String remedy = FolderListing.of(parent).hasUnreadableNames()
                    ? "Java cannot read the names of some files there in its locale: set LC_ALL=C.UTF-8."
                    : "Put the missing images there, or unpack all of them again.";
            throw new DataException(set + "'s image " + first.image() + ", named in line "
                    + first.source().line() + " of " + file.getFileName() + ", is missing in " + parent.toAbsolutePath()
                    + " (missing: " + missing.size() + " of " + rows.size() + "). " + remedy);
        }
    }

    /** One file in two partitions would be learnt from and judged by. */
    private static void checkFirst(Row first, Row row) {
        if (first != null) {
            throw row.source()
                    .wrong(
                            row.image() + row.use() + ", which line "
                                    + first.source().line() + " names too"
                                    + (first.use().isEmpty() ? "" : "," + first.use()),
                            "each image once");
        }
    }
}
