package org.dlcourse.homework.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.Partition;
import org.dlcourse.dataset.image.ImageColumns;
import org.dlcourse.dataset.image.ImageRows;
import org.dlcourse.dataset.image.ImageRows.Row;

/** DogSet's table with the breed, by name and number, and the partition of each image. */
final class DogSetTable {
    private static final String NUMBER = "numeric_label";
    private static final ImageColumns IMAGES = new ImageColumns("filename", "semantic_label", Optional.of("partition"));

    static final List<String> COLUMNS = List.of(
            IMAGES.image(), IMAGES.className(), NUMBER, IMAGES.partition().orElseThrow());

    private static final int FEWEST_BREEDS = 2;
    /** An integer, also in the form in which pandas writes it in a column with missing values: 3.0. */
    private static final Pattern LABEL = Pattern.compile("(\\d{1,4})([.,]0*)?");

    private final ImageRows rows;
    private final Map<Row, Integer> labels = new LinkedHashMap<>();

    /**
     * Reads the table.
     *
     * @throws DataException if it is damaged
     */
    DogSetTable(Path file) {
        rows = new ImageRows("DogSet", file, "the folder images", IMAGES, NUMBER);
        rows.rows().forEach(row -> labels.put(row, label(row)));
    }

    private static int label(Row row) {
        String number = row.source().cell(NUMBER);
        Matcher label = LABEL.matcher(number);
        if (!label.matches()) {
            throw row.source().wrong("the numeric label \"" + number + "\"", "a whole number from 0");
        }
        return Integer.parseInt(label.group(1));
    }

    /**
     * The names of the breeds, by number.
     *
     * @throws DataException if a number has two breeds or a breed two numbers, a number is missing, or there is one breed only
     */
    List<String> breeds() {
        Map<Integer, Row> byNumber = new TreeMap<>();
        Map<String, Row> byBreed = new HashMap<>();
        labels.forEach((row, label) -> {
            checkSame(byNumber.putIfAbsent(label, row), row);
            checkSame(byBreed.putIfAbsent(row.className(), row), row);
        });
        List<Integer> expected = IntStream.range(0, byNumber.size()).boxed().toList();
        if (!expected.equals(List.copyOf(byNumber.keySet()))) {
            throw new DataException(rows.name() + " has the numeric labels " + byNumber.keySet()
                    + "; expected those from 0 without a gap.");
        }
        if (byNumber.size() < FEWEST_BREEDS) {
            throw new DataException(
                    rows.name() + " has one breed; expected " + FEWEST_BREEDS + " or more to tell apart.");
        }
        return byNumber.values().stream().map(Row::className).toList();
    }

    private void checkSame(Row first, Row row) {
        if (first != null && (number(first) != number(row) || !first.className().equals(row.className()))) {
            throw row.source()
                    .wrong(
                            row.className() + " with the numeric label " + number(row),
                            first.className() + " with " + number(first) + ", as in line "
                                    + first.source().line());
        }
    }

    /** The number of a row's breed. */
    int number(Row row) {
        return labels.get(row);
    }

    /**
     * The rows of one partition, in the file's order.
     *
     * @throws DataException if there are none
     */
    List<Row> rows(Partition partition) {
        return rows.rows(partition);
    }

    /**
     * The file of each row.
     *
     * @throws DataException if one is missing, or two rows name it
     */
    Map<Row, Path> files(Path images) {
        return rows.files(images);
    }
}
