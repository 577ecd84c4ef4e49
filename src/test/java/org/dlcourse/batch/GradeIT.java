package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
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
import org.dlcourse.report.KeptReport;
import org.dlcourse.report.KeptRequirement;
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
        assertThat(folder.resolve("out/right/report/index.html"))
                .content()
                .contains("<h1>right: 7.14 of 7.14 points</h1>", "<tr id=\"summary/ANN-2.1\">", "7.14 of 7.14 points. ")
                .doesNotContain("<tr id=\"summary/CONV-3\">");
        assertThat(KeptReport.of(folder.resolve("out/first channel alone/report"))
                        .requirements())
                .as("what compares two reports reads a submission's too")
                .extracting(KeptRequirement::id, KeptRequirement::outcome)
                .containsExactly(tuple("ANN-2.1", "failed"));
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
    void pointsThatAPersonGivesForAnswersEnterAllOutputs() throws Exception {
        Path ada = submission("ada", SampleCode.RIGHT);
        Path bob = submission("bob", SampleCode.RIGHT);
        Files.writeString(ada.resolve("answers.md"), "## ANN-3.2\nKernels.\n## ANN-1.1\nThe *posterior*.\n");
        Files.writeString(bob.resolve("answers.md"), "## ANN-1.1\nNothing.\n");
        String selected = "ANN-2.1,ANN-1.1,ANN-3.2";

        assertThat(gradeOf(selected, 0, List.of(), ada, bob))
                .contains("ada: 7.14 of 7.14 points; 2 answers wait for points", "Answers that wait for points: 3");
        Path open = folder.resolve("out/open-answers.csv");
        assertThat(Files.readAllLines(open))
                .startsWith(
                        "submission,id,points,maximum,comment,title",
                        "ada,ANN-1.1,,7.14,,What a classifier trained with cross-entropy approximates")
                .hasSize(4);

        Path marks = Files.writeString(
                folder.resolve("marks.csv"),
                "submission,id,points,comment\nada,ANN-1.1,7.14,\nada,ANN-3.2,5.125,too short\nbob,ANN-1.1,0,\n");

        assertThat(gradeOf(selected, 0, List.of("--marks", marks.toString()), ada, bob))
                .contains("ada: 19.41 of 21.43 points (", "bob: 7.14 of 14.29 points (")
                .doesNotContain("wait for points");
        assertThat(Files.readString(folder.resolve("out/grades.csv")))
                .contains("submission,points,maximum,ANN-2.1,ANN-1.1,ANN-3.2,remark")
                .contains("ada,19.41,21.43,7.14,7.14,5.13,\r\n", "bob,7.14,14.29,7.14,0,,\r\n");
        assertThat(Files.readString(folder.resolve("out/ada/feedback.md")))
                .contains("- marked by a person: right in part, 5.13 of 7.14\n  - too short");
        JsonNode results = new ObjectMapper()
                .readTree(folder.resolve("out/ada/results.json").toFile());
        assertThat(results.path("score").asDouble()).isEqualTo(2 * 100. / 14 + 5.125, within(1e-9));
        assertThat(open).doesNotExist();
        assertThat(folder.resolve("out/bob/marks.csv")).content().doesNotContain("too short");
    }

    @Test
    void wrongMarksAreOneErrorBeforeAnythingIsGraded() throws Exception {
        Path ada = submission("ada", SampleCode.RIGHT);

        assertThat(marked("eve,ANN-1.1,1,", ada))
                .contains(
                        "Line 2 of The table of marks", "has the submission \"eve\"; expected one of", "which are ada");
        assertThat(marked("ada,ANN-9.9,1,", ada)).contains("has the id \"ANN-9.9\"; expected the id of a requirement");
        assertThat(marked("ada,ANN-1.1,8,", ada))
                .contains("the points \"8\" for ANN-1.1; expected a number from 0 to 7.14");
        assertThat(marked("ada,ANN-2.1,1,", ada)).contains("the id ANN-2.1, which a test judges; expected marks only");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String marked(String row, Path submission) throws Exception {
        Path marks = Files.writeString(folder.resolve("marks.csv"), "submission,id,points,comment\n" + row + "\n");
        return gradeOf("ANN-2.1", 2, List.of("--marks", marks.toString()), submission);
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
        return gradeOf("ANN-2.1", status, List.of(), submissions);
    }

    private String gradeOf(String requirements, int status, List<String> options, Path... submissions)
            throws Exception {
        List<String> arguments = new ArrayList<>(options);
        for (Path one : submissions) {
            arguments.add(one.toString());
        }
        arguments.addAll(List.of(
                "--output",
                folder.resolve("out").toString(),
                "--requirements",
                requirements,
                "--isolation",
                "process"));
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
