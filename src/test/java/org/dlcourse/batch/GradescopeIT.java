package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.kit.LocalImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** The autograder for Gradescope, in a container with its folders and its memory, and without a network. */
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradescopeIT {
    /** What Gradescope gives unless another size is chosen. */
    private static final long MEMORY = 768L << 20;

    private static final String RESULTS = "/autograder/results/results.json";
    private static final String SALT = "a word that nobody guesses";

    private GenericContainer<?> machine;

    /** Once; not before all tests, so that each is reported as skipped where that is so. */
    @BeforeEach
    void unpackAutograder(@TempDir Path folder) throws Exception {
        if (machine != null) {
            return;
        }
        machine = new LocalImage("gradescope", "dl-course-gradescope").container(MEMORY);
        Path zip = folder.resolve("autograder.zip");
        make(zip);
        machine.start();
        machine.copyFileToContainer(Transferable.of(Files.readAllBytes(zip)), "/tmp/autograder.zip");
        run("cd /autograder/source && python3 -m zipfile -e /tmp/autograder.zip . && rm /tmp/autograder.zip");
        write("/autograder/source/requirements.txt", "# The second part\nANN-2.1\n");
        run("bash /autograder/source/setup.sh");
        run("cp /autograder/source/run_autograder /autograder && chmod +x /autograder/run_autograder");
    }

    @AfterAll
    void stop() {
        if (machine != null) {
            machine.stop();
        }
    }

    @Test
    void rightSubmissionGetsAllPoints() throws Exception {
        JsonNode results = graded(SampleCode.RIGHT);

        assertThat(results.path("score").asDouble())
                .isPositive()
                .isEqualTo(results.findValues("max_score").stream()
                        .mapToDouble(JsonNode::asDouble)
                        .sum());
        assertThat(results.path("tests").findValuesAsText("status"))
                .isNotEmpty()
                .containsOnly("passed");
    }

    @Test
    void wrongSubmissionGetsFewerAndTheReason() throws Exception {
        JsonNode results = graded(SampleCode.FIRST_CHANNEL_ALONE);

        assertThat(results.path("tests").findValuesAsText("status"))
                .containsExactly("passed", "passed", "failed", "failed");
    }

    @Test
    void studentsCodeReadsNeitherSaltNorExpectedValuesAndWritesNoResults() throws Exception {
        JsonNode results = graded("""
                def my_conv2d(input, kernel):
                    found = []
                    for name, mode in (("run_autograder", "r"), ("source/salt.txt", "r"), ("results/results.json", "w"),
                                       ("source/grade/fixtures/convolution2d/00_output.npy", "r")):
                        try:
                            open("/autograder/" + name, mode).close()
                            found.append("open")
                        except PermissionError:
                            found.append("closed")
                    everything = ""
                    import glob
                    for name in glob.glob("/proc/[0-9]*/cmdline") + glob.glob("/proc/[0-9]*/environ"):
                        try:
                            everything += open(name).read()
                        except OSError:
                            pass
                    raise ValueError(" ".join(found) + ", salt seen: " + str("%s" in everything))
                """.formatted(SALT));

        assertThat(results.path("score").asDouble()).isZero();
        assertThat(results.path("tests").findValuesAsText("output")).allSatisfy(output -> assertThat(output)
                .contains("ValueError: open closed closed closed, salt seen: False"));
    }

    @Test
    void failedGradingLeavesNoResultsAndNoProcessOfStudents() throws Exception {
        write(RESULTS, "{\"score\": 1000}");
        run("setsid setpriv --reuid 58005 --regid 58005 --clear-groups sleep 1000 > /dev/null 2>&1 &");
        assertThat(processesOfStudents()).isNotEmpty();
        write("/autograder/source/requirements.txt", "ANN-9\n");

        ExecResult failed = machine.execInContainer("/autograder/run_autograder");

        write("/autograder/source/requirements.txt", "ANN-2.1\n");
        assertThat(failed.getExitCode()).isNotZero();
        assertThat(failed.getStderr()).contains("No requirement that can be judged is or begins with ANN-9");
        assertThatThrownBy(() -> machine.copyFileFromContainer(RESULTS, InputStream::readAllBytes))
                .isInstanceOf(NotFoundException.class);
        assertThat(processesOfStudents()).isEmpty();
    }

    /** Those that have not ended; nobody in the container asks for the status of one that has. */
    private String processesOfStudents() throws Exception {
        return machine.execInContainer(
                        "sh", "-c", "grep -ls 'Uid:.58005' /proc/[0-9]*/status | xargs -r grep -Ls '^State:.Z'")
                .getStdout();
    }

    private static void make(Path zip) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("gradescope/make", zip.toString()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.put("COURSE_CASE_SALT", SALT);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.merge(
                "PATH",
                Path.of(System.getProperty("maven.home"), "bin").toString(),
                (path, bin) -> bin + File.pathSeparator + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private JsonNode graded(String code) throws Exception {
        run("rm -rf /autograder/submission/*");
        write("/autograder/submission/part2.py", code);
        run("/autograder/run_autograder");
        return machine.copyFileFromContainer(RESULTS, new ObjectMapper()::readTree);
    }

    private void write(String file, String text) {
        machine.copyFileToContainer(Transferable.of(text), file);
    }

    private void run(String command) throws Exception {
        ExecResult result = machine.execInContainer("bash", "-c", command);
        assertThat(result.getExitCode())
                .as(command + ": " + result.getStdout() + result.getStderr())
                .isZero();
    }
}
