package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.dataset.image.ImageFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DogSet's table with the breed and partition of each image. Rows of other partitions than the three are ignored. */
final class DogSetTable {
    static final List<String> COLUMNS = List.of("filename", "semantic_label", "numeric_label", "partition");

    private static final Logger LOG = LoggerFactory.getLogger("course.data");
    private static final int FEWEST_BREEDS = 2;
    /** An integer, also in the form in which pandas writes it in a column with missing values: 3.0. */
    private static final Pattern LABEL = Pattern.compile("(\\d{1,4})([.,]0*)?");

    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /**
     * A line of the table.
     *
     * @param source the line itself
     * @param image name of the image file
     * @param breed name of the breed
     * @param label numeric label of the breed
     * @param partition one of the three
     */
    record Row(CsvTable.Row source, String image, String breed, int label, Partition partition) {}

    /**
     * Reads the table.
     *
     * @throws DataException if it is damaged
     */
    DogSetTable(Path file) {
        CsvTable table = new CsvTable("DogSet's table", file, COLUMNS);
        name = table.name();
        for (CsvTable.Row row : table.rows()) {
            Optional<Partition> partition = Partition.of(row.cell("partition"));
            if (partition.isPresent()) {
                rows.add(row(row, partition.get()));
            } else {
                String other = row.cell("partition");
                leftOut.merge(other.isEmpty() ? "(none)" : other, 1, Integer::sum);
            }
        }
        if (!leftOut.isEmpty()) {
            LOG.info("Of {} these rows are left out, by their partition: {}", name, leftOut);
        }
    }

    /** The rows of the three partitions, in the file's order. */
    List<Row> rows() {
        return rows;
    }

    private static Row row(CsvTable.Row row, Partition partition) {
        String image = row.cell("filename");
        if (!ImageFiles.isBelow(image)) {
            throw row.wrong("the file name \"" + image + "\"", "a name below the folder images, without ..");
        }
        String breed = Normalizer.normalize(row.cell("semantic_label"), Normalizer.Form.NFC);
        if (breed.isEmpty()) {
            throw row.wrong("no semantic label", "the name of a breed");
        }
        String number = row.cell("numeric_label");
        Matcher label = LABEL.matcher(number);
        if (!label.matches()) {
            throw row.wrong("the numeric label \"" + number + "\"", "a whole number from 0");
        }
        return new Row(row, image, breed, Integer.parseInt(label.group(1)), partition);
    }

    /**
     * The names of the breeds, by number.
     *
     * @throws DataException if a number has two breeds or a breed two numbers, a number is missing, or there is one breed only
     */
    List<String> breeds() {
        Map<Integer, Row> byNumber = new TreeMap<>();
        Map<String, Row> byBreed = new HashMap<>();
        for (Row row : rows) {
            checkSame(byNumber.putIfAbsent(row.label(), row), row);
            checkSame(byBreed.putIfAbsent(row.breed(), row), row);
        }
        List<Integer> expected = IntStream.range(0, byNumber.size()).boxed().toList();
        if (!expected.equals(List.copyOf(byNumber.keySet()))) {
            throw new DataException(
                    name + " has the numeric labels " + byNumber.keySet() + "; expected those from 0 without a gap.");
        }
        if (byNumber.size() < FEWEST_BREEDS) {
            throw new DataException(name + " has one breed; expected " + FEWEST_BREEDS + " or more to tell apart.");
        }
        return byNumber.values().stream().map(Row::breed).toList();
    }

    private static void checkSame(Row first, Row row) {
        if (first != null && (first.label() != row.label() || !first.breed().equals(row.breed()))) {
            throw row.source()
                    .wrong(
                            row.breed() + " with the numeric label " + row.label(),
                            first.breed() + " with " + first.label() + ", as in line "
                                    + first.source().line());
        }
    }

    /**
     * The rows of one partition, in the file's order.
     *
     * @throws DataException if there are none
     */
    List<Row> rows(Partition partition) {
        List<Row> found =
                rows.stream().filter(row -> row.partition() == partition).toList();
        if (found.isEmpty()) {
            throw new DataException(name + " has no image of the partition " + partition + "; expected some of each of "
                    + Arrays.toString(Partition.values())
                    + (leftOut.isEmpty() ? "." : ", found rows of others too: " + leftOut + "."));
        }
        return found;
    }
}
