package org.dlcourse.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;
import org.dlcourse.util.AtomicFile;

/**
 * What the folder of a class's grades holds beside the submissions' own.
 *
 * @param output the folder
 * @param requirements ids of those that were judged, or have an answer that waits for points
 * @param submissions all that were graded or could not be
 */
record ClassOutput(Path output, List<String> requirements, List<GradedSubmission> submissions) {
    static final String GRADES = "grades.csv";
    static final String PAGE = "index.html";
    static final String OPEN_ANSWERS = "open-answers.csv";

    /**
     * Writes the table of grades, the page, and the answers that wait for points.
     *
     * @throws IOException if they cannot be written
     */
    void write() throws IOException {
        AtomicFile.write(output.resolve(GRADES), table().csv().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(
                output.resolve(PAGE),
                new ClassPage(requirements, submissions).html().getBytes(StandardCharsets.UTF_8));
        writeOpenAnswers();
    }

    /** A row a submission. A requirement without a judgement is empty; what could not be graded says so, and has no points. */
    private DataTable table() {
        List<String> columns = new ArrayList<>(List.of("submission", "points", "maximum"));
        columns.addAll(requirements);
        columns.add("remark");
        List<List<Object>> rows = new ArrayList<>();
        for (GradedSubmission one : submissions) {
            List<Object> row = new ArrayList<>();
            row.add(one.name());
            row.add(one.graded() ? Points.inWords(one.points().earned()) : "");
            row.add(one.failure().isEmpty() ? Points.inWords(one.points().maximum()) : "");
            for (String id : requirements) {
                row.add(one.judgement(id).map(ClassOutput::cell).orElse(one.isOpen(id) ? "open" : ""));
            }
            row.add(remark(one));
            rows.add(row);
        }
        return new DataTable("Grades", columns, rows);
    }

    private static String remark(GradedSubmission one) {
        if (!one.failure().isEmpty()) {
            return "not graded: " + one.failure();
        }
        return one.answers().open().isEmpty() ? "" : one.answers().inWords();
    }

    /** What is to be done about answers without points; empty if there are none. */
    Optional<String> openAnswers() {
        long open = submissions.stream()
                .mapToLong(one -> one.answers().open().size())
                .sum();
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        "Answers that wait for points: " + open + ", a row each in " + output.resolve(OPEN_ANSWERS)
                                + ". Copy the rows into a table elsewhere, fill in points, and grade again with --marks TABLE.");
    }

    /** The rows that a table of marks lacks. */
    private void writeOpenAnswers() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (GradedSubmission one : submissions) {
            one.answers()
                    .open()
                    .forEach(answer -> rows.add(List.of(
                            one.name(), answer.id(), "", Points.inWords(answer.maximum()), "", answer.title())));
        }
        Path file = output.resolve(OPEN_ANSWERS);
        if (rows.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            DataTable open = new DataTable(
                    "Answers without points",
                    List.of("submission", "id", "points", "maximum", "comment", "title"),
                    rows);
            AtomicFile.write(file, open.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String cell(Judgement judgement) {
        return judgement.graded() ? Points.inWords(judgement.points()) : "not graded";
    }
}
