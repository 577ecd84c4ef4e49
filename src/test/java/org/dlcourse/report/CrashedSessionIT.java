package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class CrashedSessionIT {
    @TempDir
    private Path folder;

    @Test
    void crashOfTheTestsProcessLeavesAReportOfEveryRequirement() throws Exception {
        RunningProcess session = session(CrashingRequirements.class);

        assertThat(session.await())
                .as("exit status of a process that was halted")
                .isEqualTo(9);

        String summary = "1 passed, 1 did not finish, 1 not reached, ";
        await(() -> session.output().contains("Report: file:"));
        assertThat(session.output()).contains("The tests' process ended before its last test did.", summary);
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("<title>Five deep-learning handouts: " + summary);
        SessionResults results = SessionResults.ofFolder(folder.resolve("results"));
        assertThat(results.byId()).as("one result a requirement").hasSize(50);
        assertThat(results.status("CONV-1")).isEqualTo("passed");
        assertThat(results.status("CONV-2")).isEqualTo("broken");
        assertThat(results.message("CONV-2")).startsWith("Did not finish");
        assertThat(results.status("CONV-3")).isEqualTo("skipped");
        assertThat(results.message("CONV-3")).startsWith("Not reached");
        assertThat(results.message("ANN-3.1")).startsWith("Not selected");
    }

    @Test
    void sessionRightAfterACrashSpoilsNeitherReport() throws Exception {
        RunningProcess crashed = session(CrashingRequirements.class);
        assertThat(crashed.await()).isEqualTo(9);
        assertThat(folder.resolve("report/index.html"))
                .as("control: report of the crashed session when the next one starts")
                .doesNotExist();
        RunningProcess next = session(SampleRequirements.class);
        assertThat(next.await()).as(next.output()).isZero();

        JsonNode reports = new ObjectMapper()
                .readTree(folder.resolve("results/history/history-trend.json").toFile());
        assertThat(reports).as("reports, the newest first").hasSize(2);
        assertThat(counts(reports.get(0)))
                .as("what the next session's report shows")
                .isEqualTo("1 passed, 1 failed, 0 broken, 50 in all");
        assertThat(counts(reports.get(1)))
                .as("what the crashed session's report shows")
                .isEqualTo("1 passed, 0 failed, 1 broken, 50 in all");
        SessionResults results = SessionResults.ofFolder(folder.resolve("results"));
        assertThat(results.byId()).as("one result a requirement").hasSize(50);
        assertThat(results.status("CONV-1")).isEqualTo("passed");
        assertThat(results.status("CONV-2"))
                .as("what crashed one session and fails in the next")
                .isEqualTo("failed");
        assertThat(results.message("CONV-3")).startsWith("Not selected");
        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains("requirements=1 passed, 1 failed")
                .containsOnlyOnce("requirements=");
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("<title>Five deep-learning handouts: 1 passed, 1 failed, ");
    }

    private static String counts(JsonNode report) {
        JsonNode data = report.path("data");
        return String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d broken, %d in all",
                data.path("passed").asInt(),
                data.path("failed").asInt(),
                data.path("broken").asInt(),
                data.path("total").asInt());
    }

    /** The report's process outlives the one that crashed. */
    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(50);
        }
    }

    private RunningProcess session(Class<?> requirements) throws IOException {
        return SampleSession.of(folder, requirements).startIn(folder);
    }
}
