package org.dlcourse.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.util.AtomicFile;

/**
 * What a submission's folder among the grades holds for people and for other programs.
 *
 * @param folder of the submission's results
 * @param graded what came of it
 */
record SubmissionOutput(Path folder, GradedSubmission graded) {
    static final String FEEDBACK = "feedback.md";
    static final String RESULTS = "results.json";

    /**
     * Writes the feedback, and Gradescope's results where every requirement was graded: there a missing file means that the grading failed,
     * and 0 points would mean that the work is wrong.
     *
     * @throws IOException if they cannot be written
     */
    void write() throws IOException {
        AtomicFile.write(
                folder.resolve(FEEDBACK), new Feedback(graded).markdown().getBytes(StandardCharsets.UTF_8));
        if (graded.graded()) {
            AtomicFile.write(folder.resolve(RESULTS), new GradescopeResults(graded).json());
        } else {
            Files.deleteIfExists(folder.resolve(RESULTS));
        }
    }
}
