package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class GradeIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path log;

    @BeforeEach
    void needPython() {
        SelfTest test = new ProcessSandbox().selfTest();
        assumeTrue(test.passed(), () -> "needs python3 with NumPy and prlimit: " + test.finding());
    }

    @Test
    void classIsGradedAndGoesOnWhereItWasBrokenOff() throws Exception {
        Path right = submission("right", SampleCode.RIGHT);
        Path first = submission("first channel alone", SampleCode.FIRST_CHANNEL_ALONE);
        Path endless = submission(
                "killer",
                "import os, signal\n\ndef my_conv2d(input, kernel):\n    os.kill(os.getppid(), signal.SIGKILL)\n");

        String output = grade(0, right, first, endless);

        assertThat(output)
                .contains(
                        "right: 7.14 of 7.14 points",
                        "first channel alone: 3.57 of 7.14 points",
                        "killer: 0 of 7.14 points");
        assertThat(Files.readString(folder.resolve("out/grades.csv")))
                .contains("right,7.14,7.14,7.14,", "first channel alone,3.57,7.14,3.57,", "killer,0,7.14,0,");
        assertThat(folder.resolve("out/right/report/index.html")).isRegularFile();
        JsonNode results = new ObjectMapper()
                .readTree(folder.resolve("out/first channel alone/results.json").toFile());
        assertThat(results.path("tests").findValuesAsText("status"))
                .containsExactly("passed", "passed", "failed", "failed");
        assertThat(folder.resolve("out/right/results"))
                .as("only of use while grading")
                .doesNotExist();

        FileTime graded = Files.getLastModifiedTime(folder.resolve("out/right/judgements.json"));
        Files.writeString(first.resolve("part2.py"), SampleCode.RIGHT);
        Files.writeString(folder.resolve("out/killer/grade.json"), "{\"of\":\"another version\"}");

        assertThat(grade(0, right, first, endless))
                .contains("first channel alone: 7.14 of 7.14 points", "killer: 0 of");
        assertThat(Files.getLastModifiedTime(folder.resolve("out/right/judgements.json")))
                .as("not graded again, since nothing changed")
                .isEqualTo(graded);
    }

    @Test
    void wrongOptionsAreReportedAndNothingIsWritten() throws Exception {
        Path right = submission("right", SampleCode.RIGHT);

        assertThat(run(
                        List.of(
                                right.toString(),
                                "--output",
                                folder.resolve("out").toString(),
                                "--requirements",
                                "ANN-9"),
                        2))
                .contains("No requirement that can be judged is or begins with ANN-9. Nearest: ANN-");
        assertThat(run(
                        List.of(
                                folder.resolve("nowhere").toString(),
                                "-o",
                                folder.resolve("out").toString()),
                        2))
                .contains("nowhere is not there. Expected a folder that a student handed in, unpacked.");
        assertThat(run(List.of(right.toString(), "-o", "out", "--isolation", "prison"), 2))
                .contains("--isolation is prison. Expected auto, container, namespace or process.");
        assertThat(run(List.of(right.toString(), "-o", "out", "--heap", "much"), 2))
                .contains("--heap is much. Expected a whole number and m or g");
        assertThat(run(List.of(right.toString(), "-o", "out", "--workers", "0"), 2))
                .contains("--workers is 0. Expected a whole number from 1 on.");
        assertThat(run(List.of(right.toString()), 2)).contains("Missing required option: '--output=OUT'");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path submission(String name, String code) throws IOException {
        Path submission = Files.createDirectories(folder.resolve("class").resolve(name));
        Files.writeString(submission.resolve("part2.py"), code);
        return submission;
    }

    private String grade(int status, Path... submissions) throws Exception {
        List<String> arguments = new ArrayList<>();
        for (Path one : submissions) {
            arguments.add(one.toString());
        }
        arguments.addAll(List.of(
                "--output", folder.resolve("out").toString(), "--requirements", "ANN-2.1", "--isolation", "process"));
        return run(arguments, status);
    }

    private String run(List<String> arguments, int status) throws Exception {
        RunningProcess process = ChildProcess.of(Grade.class, arguments.toArray(String[]::new))
                .withOptions(
                        "-Djava.awt.headless=true",
                        "-Dgrade.home=" + Path.of("").toAbsolutePath(),
                        "-Dreport.generator=" + System.getProperty("report.generator.under.test"))
                .startIn(log);
        assertThat(process.await()).as(process.output()).isEqualTo(status);
        return process.output();
    }
}
