package org.dlcourse.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.dlcourse.grading.FolderDigest;
import org.dlcourse.report.JudgedRequirements;
import org.dlcourse.report.Judgements;
import org.dlcourse.report.OpenAnswers;
import org.dlcourse.report.SubmissionSession;
import org.dlcourse.util.Sha256;

/**
 * The grading of one submission.
 *
 * @param submission to be graded
 * @param output its folder among the grades
 * @param requirements that it is judged by
 * @param options how it is judged
 * @param judge digest of what judges
 */
record GradingRun(
        SubmittedFolder submission,
        Path output,
        JudgedRequirements requirements,
        GradingOptions options,
        String judge) {
    /** A process that ends without judgements is started once more: its end may have nothing to do with the submission. */
    private static final int ATTEMPTS = 2;

    private static final String MARKS = "marks.csv";

    /** The digest of all that the judgement depends on. */
    String key() {
        Sha256 digest = new Sha256()
                .add(FolderDigest.sha256(submission.folder()))
                .add(options.salt())
                .add(options.data().toString())
                .add(options.runs().toString())
                .add(options.marks().table(submission.name()))
                .add(judge);
        requirements.ids().forEach(digest::add);
        return digest.hex();
    }

    /**
     * Grades the submission.
     *
     * @param process that judges it
     * @throws IOException if something cannot be written
     */
    GradedSubmission grade(GradingProcess process) throws IOException {
        long start = System.nanoTime();
        SubmissionSession.Request request =
                new SubmissionSession.Request(submission.folder().toString(), output.toString(), requirements, marks());
        String failure = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            failure = process.judge(request);
            FileUtils.deleteDirectory(output.resolve("results").toFile());
            if (failure.isEmpty()) {
                Judgements judgements = SubmissionSession.judgements(output);
                return new GradedSubmission(
                        submission.name(),
                        key(),
                        judgements.all(),
                        SubmissionSession.openAnswers(output),
                        SubmissionSession.scores(output),
                        (System.nanoTime() - start) / 1e9,
                        "");
            }
        }
        return new GradedSubmission(
                submission.name(),
                key(),
                List.of(),
                OpenAnswers.none(),
                List.of(),
                (System.nanoTime() - start) / 1e9,
                failure);
    }

    /** The submission's own table, which the grading process reads; empty if it has none. */
    private String marks() throws IOException {
        Path table = output.resolve(MARKS);
        if (!options.marks().bySubmission().containsKey(submission.name())) {
            Files.deleteIfExists(table);
            return "";
        }
        options.marks().write(submission.name(), table);
        return table.toString();
    }
}
