package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.dlcourse.util.AtomicFile;

/**
 * The points that a person gives for answers: a table with the columns id, points and comment. A row without points is one that is not
 * marked yet.
 *
 * @param given by requirement
 */
record Marks(Map<String, Given> given) {
    /** What errors call it. */
    static final String TABLE = "The table of marks";

    static final String ID = "id";
    static final String POINTS = "points";
    static final String COMMENT = "comment";

    /** The columns that are read. */
    static final List<String> COLUMNS = List.of(ID, POINTS, COMMENT);

    /** Of points that are written to be read back: as many as a table may have. */
    private static final int DECIMALS = 9;

    /**
     * What is given for one answer.
     *
     * @param points from 0 to the requirement's
     * @param comment for the student; may be empty
     */
    record Given(double points, String comment) {}

    Marks {
        given = Map.copyOf(given);
    }

    /** No marks. */
    static Marks none() {
        return new Marks(Map.of());
    }

    /**
     * Reads a table.
     *
     * @throws DataException if a row has an id that no catalogue has, an id twice, or points that are no number from 0 to the
     *     requirement's; it says which line
     */
    static Marks ofFile(Path file, RequirementCatalogue catalogue) {
        return ofRows(new CsvTable(TABLE, file, COLUMNS).rows(), catalogue);
    }

    /** The same of rows that have been read. */
    static Marks ofRows(Collection<CsvTable.Row> rows, RequirementCatalogue catalogue) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            String id = row.cell(ID);
            Entry entry = catalogue
                    .find(id)
                    .map(Place::entry)
                    .orElseThrow(() -> row.wrong("the id \"" + id + "\"", "the id of a requirement, such as ANN-3.2"));
            if (!row.cell(POINTS).isEmpty() && given.put(id, of(row, entry)) != null) {
                throw row.wrong("the id " + id + " for the second time", "one row a requirement");
            }
        }
        return new Marks(given);
    }

    private static Given of(CsvTable.Row row, Entry entry) {
        String text = row.cell(POINTS);
        double points = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : Double.NaN;
        // Who writes the maximum may write it as it is shown, with two decimals.
        long hundredths = Math.round(100 * entry.points());
        if (!(points >= 0) || Math.round(100 * points) > hundredths) {
            throw row.wrong(
                    "the points \"" + text + "\" for " + entry.id(),
                    "a number from 0 to " + Points.inWords(entry.points()));
        }
        return new Given(Math.round(100 * points) == hundredths ? entry.points() : points, row.cell(COMMENT));
    }

    /** What is given for a requirement. */
    Optional<Given> of(String id) {
        return Optional.ofNullable(given.get(id));
    }

    /** The table, to be read back. */
    DataTable table() {
        return new DataTable(
                "Marks",
                COLUMNS,
                given.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> List.<Object>of(
                                one.getKey(),
                                BigDecimal.valueOf(one.getValue().points())
                                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                                        .toPlainString(),
                                one.getValue().comment()))
                        .toList());
    }

    /**
     * Writes a table without points, to be filled in.
     *
     * @param requirements a row each
     * @throws UncheckedIOException if it cannot be written
     */
    static void writeTemplate(Path file, Collection<Entry> requirements) {
        DataTable table = new DataTable(
                "Marks",
                List.of(ID, POINTS, "maximum", COMMENT, "title"),
                requirements.stream()
                        .map(entry ->
                                List.<Object>of(entry.id(), "", Points.inWords(entry.points()), "", entry.title()))
                        .toList());
        try {
            AtomicFile.write(file, table.csv().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of marks " + file.toAbsolutePath() + " cannot be written.", e);
        }
    }
}
