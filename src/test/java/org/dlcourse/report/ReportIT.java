package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.report.RequirementCatalogue.Homework;
import org.dlcourse.report.RequirementCatalogue.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReportIT {
    private static final String UNTESTED = "CONV-99";

    @TempDir
    private Path folder;

    @Test
    void reportShowsMetAndFailedAndUncoveredRequirements() throws Exception {
        RunningProcess session = SampleSession.of(folder, SampleRequirements.class)
                .withClassPathInFront(catalogueWithAnEntryMore())
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(session.output())
                .contains("1 passed, 1 failed, ")
                .contains("1 not covered yet, of 51")
                .contains("CONV-2 failed. Reproduce: mvn test -Dgroups=CONV-2 -Dcourse.seed=449");
        assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
        assertThat(SampleSession.finalMessage(folder))
                .as("final message of a session that ran")
                .doesNotExist();
        Map<String, JsonNode> results = results();
        assertThat(results).as("one result a requirement").hasSize(51);
        assertThat(status(results, "CONV-1")).isEqualTo("passed");
        assertThat(results.get("CONV-1").path("descriptionHtml").asText())
                .contains(
                        "It is so.",
                        "Measured beside the bound",
                        "≤ 2",
                        Backend.found().name());
        assertThat(status(results, "CONV-2")).isEqualTo("failed");
        assertThat(results.get("CONV-2").path("descriptionHtml").asText())
                .as("page of a failed requirement")
                .contains("data-attachment=\"A trajectory (PNG)\"", "mvn test -Dgroups=CONV-2");
        assertThat(attachments(results.get("CONV-2")))
                .containsExactly("A trajectory (PNG)", "A trajectory (SVG)", "w by k (CSV)");
        assertThat(results.get(UNTESTED).path("status").asText(null))
                .as("status of what has no test")
                .isNull();
        assertThat(results.get(UNTESTED).at("/statusDetails/message").asText()).startsWith("Not covered yet");
        assertThat(results.get("CONV-4").at("/statusDetails/message").asText())
                .as("control: what has a test that this session did not run")
                .startsWith("Not selected");
        assertThat(label(results.get(UNTESTED), "epic"))
                .isEqualTo("4 · Momentum, one-dimensional convolution, competition");
        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains(
                        "requirements=1 passed, 1 failed",
                        "course.scale=quick",
                        "convolution.helper=",
                        "images.classified=",
                        "commit=");
    }

    @Test
    void reportAsksNobodyForAnything() throws Exception {
        assertThat(session().await()).isZero();

        assertThat(Files.readString(folder.resolve("report/index.html")))
                .doesNotContain("googletagmanager", "google-analytics")
                .doesNotContainPattern("<(script|link|img)[^>]+(src|href)=\"https?:");
    }

    @Test
    void whereEachDataSetIsFromIsSaidOnce() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/DogSet")).getParent();
        RunningProcess session = session(SampleRequirements.class, "-Dcourse.data=" + data, "-Dgroups=CONV-1");

        assertThat(session.await()).as(session.output()).isZero();
        assertThat(session.output())
                .containsOnlyOnce("CIFAR-10: synthetic, since there is no cifar-10-batches-bin, ")
                .containsOnlyOnce("MNIST: synthetic, since there is no MNIST in " + data)
                .containsOnlyOnce("DogSet: real, " + data.resolve("DogSet"))
                .containsOnlyOnce("arrays of the convolution exercise: synthetic, ");
    }

    /** The folder of a catalogue with a requirement of handout 4 that no test names. */
    private Path catalogueWithAnEntryMore() throws IOException {
        Part more = new Part("Made up", List.of(new Entry(UNTESTED, "Nothing", "Do nothing.", "Nothing.")));
        RequirementCatalogue catalogue = new RequirementCatalogue(RequirementCatalogue.load().homeworks().stream()
                .map(homework -> homework.id().equals("CONV")
                        ? new Homework(
                                homework.id(),
                                homework.title(),
                                Stream.concat(homework.parts().stream(), Stream.of(more))
                                        .toList())
                        : homework)
                .toList());
        Path catalogues = Files.createDirectory(folder.resolve("catalogue"));
        new ObjectMapper(new YAMLFactory())
                .writeValue(catalogues.resolve("requirements.yaml").toFile(), catalogue);
        return catalogues;
    }

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
                .contains("<title>dl-course-harness: " + summary);
        Map<String, JsonNode> results = results();
        assertThat(results).as("one result a requirement").hasSize(50);
        assertThat(status(results, "CONV-1")).isEqualTo("passed");
        assertThat(status(results, "CONV-2")).isEqualTo("broken");
        assertThat(message(results, "CONV-2")).startsWith("Did not finish");
        assertThat(status(results, "CONV-3")).isEqualTo("skipped");
        assertThat(message(results, "CONV-3")).startsWith("Not reached");
        assertThat(message(results, "ANN-3.1")).startsWith("Not selected");
    }

    @Test
    void sessionRightAfterACrashSpoilsNeitherReport() throws Exception {
        RunningProcess crashed = session(CrashingRequirements.class);
        assertThat(crashed.await()).isEqualTo(9);
        assertThat(folder.resolve("report/index.html"))
                .as("control: report of the crashed session when the next one starts")
                .doesNotExist();
        RunningProcess next = session();
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
        Map<String, JsonNode> results = results();
        assertThat(results).as("one result a requirement").hasSize(50);
        assertThat(status(results, "CONV-1")).isEqualTo("passed");
        assertThat(status(results, "CONV-2"))
                .as("what crashed one session and fails in the next")
                .isEqualTo("failed");
        assertThat(message(results, "CONV-3")).startsWith("Not selected");
        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains("requirements=1 passed, 1 failed")
                .containsOnlyOnce("requirements=");
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("<title>dl-course-harness: 1 passed, 1 failed, ");
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

    private static String message(Map<String, JsonNode> results, String id) {
        return results.get(id).at("/statusDetails/message").asText();
    }

    private RunningProcess session() throws IOException {
        return session(SampleRequirements.class);
    }

    private RunningProcess session(Class<?> requirements, String... moreOptions) throws IOException {
        return SampleSession.of(folder, requirements).withOptions(moreOptions).startIn(folder);
    }

    private Map<String, JsonNode> results() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            List<JsonNode> results = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                results.add(json.readTree(file.toFile()));
            }
            return results.stream().collect(Collectors.toMap(result -> label(result, "requirement"), result -> result));
        }
    }

    private static String status(Map<String, JsonNode> results, String id) {
        return results.get(id).path("status").asText();
    }

    private static String label(JsonNode result, String name) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("value").asText();
            }
        }
        throw new AssertionError("no label " + name + " in " + result.path("name"));
    }

    private static List<String> attachments(JsonNode result) {
        return result.findValues("attachments").stream()
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .map(attachment -> attachment.path("name").asText())
                .toList();
    }
}
