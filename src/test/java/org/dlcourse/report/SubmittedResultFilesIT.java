package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The course's own tests on a student's result files, without a training. */
@Timeout(240)
class SubmittedResultFilesIT {
    private static final String TEST = "org.dlcourse.homework.ann.architectures.Part3ArchitecturesTest";
    private static final int POINTS = 1_350;

    @TempDir
    private Path folder;

    @TempDir
    private Path submission;

    @BeforeEach
    void needPython() {
        SelfTest python = new ProcessSandbox().selfTest();
        assumeTrue(python.passed(), () -> "needs python3 with NumPy and prlimit: " + python.finding());
    }

    @Test
    void rightFilesPassAndWhatWasNotHandedInIsNotJudged() throws Exception {
        handIn("mlp_1", .40, 32, 1024);
        handIn("mlp_2", .41, 32, 1024);
        handIn("cnn_3", .59, 16, 9);
        handIn("cnn_4", .63, 16, 9);
        handIn("cnn_5", .60, 8, 9);

        assertThat(run()).contains("Requirements: 1 passed, 1 skipped, 48 not selected, of 50. Points: 7.14 of 7.14");
        assertThat(page("ANN-3.1"))
                .contains("The submission is right: 7.14 of 7.14 points.</strong> Of 5 networks 5 have a result file.")
                .contains("part3_cnn_4.json: part 3, cnn_4: ", "val_acc_curve (1,350 points)")
                .contains("First layer of mlp_1");
        assertThat(message("ANN-3.2")).startsWith("Not judged: ");
        assertThat(folder.resolve("course-results/runs"))
                .as("kept runs of trainings")
                .isEmptyDirectory();
    }

    @Test
    void folderWithoutResultFilesIsNotJudged() throws Exception {
        assertThat(run()).contains("Requirements: 0 passed, 2 skipped").doesNotContain("Points");
        assertThat(message("ANN-3.1"))
                .isEqualTo("Not judged: no result file of part 3, such as part3_cnn_3.json, is among the files.");
    }

    @Test
    void predictionsAreNotGradedWithoutTheRealImages() throws Exception {
        Files.writeString(submission.resolve("predictions.txt"), "3\n8\n");

        assertThat(run("org.dlcourse.homework.conv.CompetitionTest"))
                .contains("Requirements: 0 passed, 1 skipped", "Points: 0 of 25, 1 not graded");
        assertThat(message("CONV-4"))
                .startsWith("Not graded: predictions are scored against the labels of CIFAR-10's test images");
    }

    private void handIn(String network, double accuracy, int units, int inputs) throws IOException {
        new ObjectMapper()
                .writeValue(
                        submission.resolve("part3_" + network + ".json").toFile(),
                        Map.of(
                                "name",
                                network,
                                "loss_curve",
                                line(2.3, 1),
                                "train_acc_curve",
                                line(.1, accuracy + .1),
                                "val_acc_curve",
                                line(.1, accuracy),
                                "test_acc",
                                accuracy,
                                "weights",
                                new double[units][inputs]));
    }

    private static double[] line(double from, double to) {
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(POINTS)
                .map(i -> from + (to - from) * i / POINTS)
                .toArray();
    }

    private String run() throws Exception {
        return run(TEST);
    }

    private String run(String test) throws Exception {
        RunningProcess session = SampleSession.of(folder, test)
                .withOptions("-Dcourse.submission=" + submission, "-Dcourse.isolation=process")
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
