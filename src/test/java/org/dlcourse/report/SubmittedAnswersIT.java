package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers in words, shown on their requirements' pages and marked by a person. */
@Timeout(240)
class SubmittedAnswersIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path submission;

    private Path marks;

    @BeforeEach
    void handIn() throws IOException {
        SelfTest python = new ProcessSandbox().selfTest();
        assumeTrue(python.passed(), () -> "needs python3 with NumPy and prlimit: " + python.finding());
        Files.writeString(submission.resolve("answers.md"), """
                ## ANN-3.2
                The structure <b>matters</b>.

                A second paragraph.
                ## Question 2.2
                Kernels.
                """);
        marks = folder.resolve("marks.csv");
    }

    @Test
    void answersAreShownAndMarksReadBack() throws Exception {
        assertThat(run()).contains("Requirements: 1 passed, 2 skipped", "Points: 7.14 of 7.14. ");
        assertThat(page("ANN-3.2"))
                .contains("To be marked by a person: 7.14 points.", "What to look for: ")
                .contains("The structure &lt;b&gt;matters&lt;/b&gt;.\n\nA second paragraph.");
        assertThat(page("ANN-2.2")).contains("The submission is right", "Kernels.");
        assertThat(message("ANN-4.2")).startsWith("Not judged: ");
        assertThat(Files.readString(marks))
                .isEqualTo("id,points,maximum,comment,title\r\n"
                        + "ANN-3.2,,7.14,,\"Generalisation, parameters, depth, weights and a choice\"\r\n");

        Files.writeString(marks, "id,points,comment\nANN-3.2,5.5,no numbers\n");

        assertThat(run()).contains("Requirements: 1 passed, 1 marked by a person, 1 skipped", "Points: 12.64 of 14.29");
        assertThat(page("ANN-3.2")).contains("Marked by a person: 5.5 of 7.14 points.</strong> no numbers");
        assertThat(Files.readString(marks)).as("what was filled in").contains("5.5");
    }

    @Test
    void wrongMarksAreOneErrorBeforeAnythingRuns() throws Exception {
        Files.writeString(marks, "id,points,comment\nANN-3.2,9,\n");

        assertThat(run())
                .contains("has the points \"9\" for ANN-3.2; expected a number from 0 to 7.14")
                .doesNotContain("Requirements: ");
    }

    private String run() throws Exception {
        RunningProcess session = SampleSession.of(folder, AnsweredRequirements.class)
                .withOptions(
                        "-Dcourse.submission=" + submission, "-Dcourse.marks=" + marks, "-Dcourse.isolation=process")
                .startIn(folder);
        session.await();
        return session.output();
    }

    private String page(String id) throws IOException {
        return SampleSession.result(folder, id).path("descriptionHtml").asText();
    }

    private String message(String id) throws IOException {
        return SampleSession.result(folder, id)
                .path("statusDetails")
                .path("message")
                .asText();
    }
}
