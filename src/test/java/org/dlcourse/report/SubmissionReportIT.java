package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.pdf.ReadPdf;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class SubmissionReportIT {
    private static final String SOURCE = "public final class " + ShiftedSumConvolution2d.class.getSimpleName();

    @TempDir
    private Path folder;

    @TempDir
    private Path submission;

    @Test
    void pagesHaveTheVerdictOnAStudentsCode() throws Exception {
        SelfTest python = new ProcessSandbox().selfTest();
        assumeTrue(python.passed(), () -> "needs python3 with NumPy and prlimit: " + python.finding());
        Files.writeString(submission.resolve("part2.py"), """
                import numpy as np

                def my_conv2d(input, kernel):
                    return np.abs(input * kernel)
                """);
        String output = run("-Dcourse.submission=" + submission, "-Dcourse.isolation=process", "-Dreport.pdf=true");

        assertThat(output)
                .contains("Requirements: 1 passed, 1 failed, 2 skipped, 46 not selected, of 50")
                .contains("Points: 12.5 of 21.43, 1 not graded")
                .contains(
                        "ANN-2.1 failed. Reproduce: mvn test -Dgroups=ANN-2.1 -Dcourse.seed=449 -Dcourse.submission=");
        assertThat(page("ANN-2.2"))
                .contains("The submission is right: 7.14 of 7.14 points.</strong> The product is 6.0.")
                .contains("The function my_conv2d was found in part2.py, line 3, and taken out of its file")
                .contains("This does not stop: ")
                .as("the reference, which students are not to see")
                .doesNotContain(SOURCE);
        assertThat(page("ANN-2.1"))
                .contains("The submission is right in part: 5.36 of 7.14 points.</strong> The product is 3.0.")
                .contains("product: 6, expected = -6.");
        Judgement partial =
                Judgements.ofFolder(folder.resolve("results"), RequirementCatalogue.ofClassPath()).all().stream()
                        .filter(one -> one.id().equals("ANN-2.1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(partial.criteria())
                .extracting(Judgement.Mark::verdict)
                .containsExactly(Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT);
        assertThat(result("ANN-1.1").path("statusDetails").path("message").asText())
                .isEqualTo("Not judged: this requirement is not about code that students hand in.");
        assertThat(result("ANN-1.2").path("statusDetails").path("message").asText())
                .as("a fault of the sandbox, which is no failure of the student")
                .isEqualTo("Not graded: no daemon answers");
        assertThat(page("ANN-1.2"))
                .contains("Not graded: 7.14 points stay open.</strong> no daemon answers")
                .doesNotContain("is not right");
        assertThat(ReadPdf.of(Files.readAllBytes(folder.resolve("report/ANN.pdf")))
                        .text())
                .contains("The product is 6.0.", "No page of this run shows source code.")
                .doesNotContain("class SubmittedRequirements");
    }

    @Test
    void referenceIsTestedWithoutASubmissionAndItsSourceShown() throws Exception {
        assertThat(run("-Dreport.pdf=true")).contains("Requirements: 3 passed, 1 skipped, 46 not selected, of 50");
        assertThat(page("ANN-2.1")).contains("Shown at quick scale.", SOURCE).doesNotContain("The submission");
        assertThat(ReadPdf.of(Files.readAllBytes(folder.resolve("report/ANN.pdf")))
                        .text())
                .containsOnlyOnce(SOURCE);
    }

    @Test
    void folderThatIsNotThereStopsTheSession() throws Exception {
        assertThat(run("-Dcourse.submission=" + folder.resolve("nowhere")))
                .contains("course.submission names " + folder.resolve("nowhere") + ", which is not a folder.");
    }

    private String run(String... options) throws Exception {
        RunningProcess session = SampleSession.of(folder, SubmittedRequirements.class)
                .withOptions(options)
                .startIn(folder);
        session.await();
        return session.output();
    }

    private String page(String id) throws IOException {
        return result(id).path("descriptionHtml").asText();
    }

    private JsonNode result(String id) throws IOException {
        return SampleSession.result(folder, id);
    }
}
