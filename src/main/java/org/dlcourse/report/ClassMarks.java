package org.dlcourse.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.util.AtomicFile;

/**
 * The points that a person gives for the answers of many submissions: a table with the columns submission, id, points and comment. A row
 * without points is one that is not marked yet.
 *
 * @param bySubmission marks of each submission that has some
 */
public record ClassMarks(Map<String, Marks> bySubmission) {
    private static final String SUBMISSION = "submission";
    private static final List<String> COLUMNS = List.of(SUBMISSION, Marks.ID, Marks.POINTS, Marks.COMMENT);

    /** Keeps a copy of the map. */
    public ClassMarks {
        bySubmission = Map.copyOf(bySubmission);
    }

    /** No marks. */
    public static ClassMarks none() {
        return new ClassMarks(Map.of());
    }

    /**
     * Reads a table.
     *
     * @param file the table
     * @param submissions names of all that may be marked
     * @param byTest ids of the requirements that tests judge and no person
     * @throws DataException if a row has another submission, an id that no catalogue has or that a test judges, an id twice for a submission,
     *     or points that are no number from 0 to the requirement's; it says which line
     */
    public static ClassMarks ofFile(Path file, Collection<String> submissions, Set<String> byTest) {
        return ofFile(file, submissions, byTest, RequirementCatalogue.ofClassPath());
    }

    static ClassMarks ofFile(
            Path file, Collection<String> submissions, Set<String> byTest, RequirementCatalogue catalogue) {
        Map<String, List<CsvTable.Row>> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : new CsvTable(Marks.TABLE, file, COLUMNS).rows()) {
            String submission = row.cell(SUBMISSION);
            if (!submissions.contains(submission)) {
                throw row.wrong(
                        "the submission \"" + submission + "\"",
                        "one of those that are graded, which are " + String.join(", ", submissions)
                                + "; grade all that have marks together, or remove that row");
            }
            if (byTest.contains(row.cell(Marks.ID))) {
                throw row.wrong(
                        "the id " + row.cell(Marks.ID) + ", which a test judges",
                        "marks only for answers that a person judges; remove that row");
            }
            rows.computeIfAbsent(submission, one -> new ArrayList<>()).add(row);
        }
        Map<String, Marks> marks = new LinkedHashMap<>();
        rows.forEach((submission, its) -> marks.put(submission, Marks.ofRows(its, catalogue)));
        return new ClassMarks(marks);
    }

    /** The marks of one submission as a table that the setting {@code course.marks} can name; always the same for the same marks. */
    public String table(String submission) {
        return bySubmission.getOrDefault(submission, Marks.none()).table().csv();
    }

    /**
     * Writes that table.
     *
     * @throws IOException if it cannot be written
     */
    public void write(String submission, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, table(submission).getBytes(StandardCharsets.UTF_8));
    }
}
