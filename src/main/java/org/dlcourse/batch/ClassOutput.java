package org.dlcourse.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;
import org.dlcourse.util.AtomicFile;

/**
 * What the folder of a class's grades holds beside the submissions' own.
 *
 * @param output the folder
 * @param requirements ids of those that were judged
 * @param submissions all that were graded or could not be
 */
record ClassOutput(Path output, List<String> requirements, List<GradedSubmission> submissions) {
    static final String GRADES = "grades.csv";
    static final String PAGE = "index.html";

    /**
     * Writes the table of grades and the page.
     *
     * @throws IOException if they cannot be written
     */
    void write() throws IOException {
        AtomicFile.write(output.resolve(GRADES), table().csv().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(
                output.resolve(PAGE),
                new ClassPage(requirements, submissions).html().getBytes(StandardCharsets.UTF_8));
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
                row.add(one.judgements().stream()
                        .filter(judgement -> judgement.id().equals(id))
                        .findFirst()
                        .map(ClassOutput::cell)
                        .orElse(""));
            }
            row.add(one.failure().isEmpty() ? "" : "not graded: " + one.failure());
            rows.add(row);
        }
        return new DataTable("Grades", columns, rows);
    }

    private static String cell(Judgement judgement) {
        return judgement.graded() ? Points.inWords(judgement.points()) : "not graded";
    }
}
