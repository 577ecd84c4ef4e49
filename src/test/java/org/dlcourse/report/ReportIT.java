package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.dlcourse.settings.SettingsProvider;
import org.dlcourse.settings.ShapesSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReportIT {
    @TempDir
    private Path folder;

    @Test
    void reportOfACourseShowsEachOfItsRequirementsAndNothingOfTheFiveHandouts() throws Exception {
        RunningProcess session = SampleCourse.in(folder).session(folder).startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        String summary = "1 passed, 1 failed, 2 skipped, 1 not selected, 1 not covered yet, of 6";
        assertThat(session.output())
                .contains("Requirements: " + summary)
                .contains("SHAPES-1.2 failed. Reproduce: mvn test -Dgroups=SHAPES-1.2 -Dcourse.seed=449");
        assertThat(Files.readString(folder.resolve("report/index.html"))).contains("<title>Shapes: " + summary);
        assertThat(SampleSession.finalMessage(folder))
                .as("final message of a session that ran")
                .doesNotExist();
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .as("the summary")
                .contains("<span class=\"badge\">quick scale</span>", "<b>1</b> <span class=\"bound\">≤ 2</span>");
        assertThat(Files.readAllLines(folder.resolve("report/summary.csv")))
                .hasSize(7)
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith(
                                        "SHAPES-1.1,1 · Shapes,By hand,Met,passed,It is so.,a number,1,≤ 2,exact,no data set,quick,"))
                .contains("SHAPES-1.3,1 · Shapes,By hand,Skipped,skipped,no GPU computes here,,,,,,quick,");
        assertThat(folder.resolve("report/summary.md"))
                .content()
                .startsWith("# Shapes\n\n" + summary + ". quick scale");
        Map<String, JsonNode> results = results();
        assertThat(outcomes(results))
                .as("one result a requirement")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "SHAPES-1.1", "passed",
                        "SHAPES-1.2", "failed",
                        "SHAPES-1.3", "skipped",
                        "SHAPES-1.4", "skipped",
                        "SHAPES-2.1", "not selected",
                        "SHAPES-2.2", "not covered yet"));
        assertThat(results.values()).allSatisfy(result -> {
            assertThat(label(result, "epic")).isEqualTo("1 · Shapes");
            assertThat(label(result, "parentSuite")).isEqualTo("1 · Shapes");
            assertThat(label(result, "suite")).isIn("By hand", "More");
            assertThat(label(result, "package")).startsWith("1 · Shapes.");
            assertThat(result.path("name").asText()).startsWith("SHAPES-").contains(" · ");
            assertThat(result.path("descriptionHtml").asText()).contains("Do it", "Must show: It is done.");
        });
        assertThat(status(results, "SHAPES-1.3")).isEqualTo("skipped");
        assertThat(message(results, "SHAPES-1.3")).isEqualTo("no GPU computes here");
        assertThat(results.get("SHAPES-2.2").path("status").asText(null))
                .as("status of what has no test")
                .isNull();
        assertThat(otherTests()).as("tests of no requirement").containsExactly("Other tests / org.example.shapes");
        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains(
                        "requirements=" + summary,
                        "course.scale=quick",
                        "convolution.helper=",
                        "images.classified=",
                        "commit=");
    }

    @Test
    void pageRefersToItsPicturesByTheNamesOfAttachments() throws Exception {
        RunningProcess session = SampleCourse.in(folder).session(folder).startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        Map<String, JsonNode> results = results();
        assertThat(page(results, "SHAPES-1.1"))
                .contains("It is so.", "≤ 2", Backend.found().name());
        assertThat(page(results, "SHAPES-1.2"))
                .as("page of a failed requirement")
                .contains("What happened.", "mvn test -Dgroups=SHAPES-1.2")
                .contains(
                        "data-attachment=\"Formula (PNG)\"",
                        "data-attachment=\"A trajectory (PNG)\"",
                        "data-attachment=\"A trajectory (PNG) 2\"")
                .doesNotContain("base64");
        assertThat(attachments(results.get("SHAPES-1.2")))
                .containsExactly(
                        "Formula (PNG)",
                        "A trajectory (PNG)",
                        "A trajectory (SVG)",
                        "w by k (CSV)",
                        "A trajectory (PNG) 2",
                        "A trajectory (SVG)",
                        "Summary (JSON)");
    }

    @Test
    void secondRunHasATrendAndSaysWhatDiffersFromTheFirst() throws Exception {
        SampleCourse course = SampleCourse.in(folder);
        for (int run = 1; run <= 2; run++) {
            RunningProcess session = course.session(folder).startIn(folder);
            assertThat(session.await()).as(session.output()).isZero();
        }

        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("local run #2", "Nothing differs: the same outcome and key number of 4 requirements");
        assertThat(new ObjectMapper()
                        .readTree(ReportData.of(folder.resolve("report/index.html"), "widgets/history-trend.json"))
                        .findValuesAsText("buildOrder"))
                .containsExactly("2", "1");
    }

    @Test
    void coverageIsThatOfAllTestsWhateverIsSelected() throws Exception {
        RunningProcess session = SampleCourse.in(folder)
                .session(folder)
                .withOptions("-Dgroups=shapes-1.1")
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(session.output()).contains("Requirements: 1 passed, 4 not selected, 1 not covered yet, of 6");
    }

    @Test
    void reportOfTwoCoursesHasTheTitlesAndTheHandoutsOfBoth() throws Exception {
        SampleCourse course = SampleCourse.in(folder);
        RunningProcess session = SampleSession.of(folder, SampleCourse.TESTS)
                .withClassPathInFront(course.classes())
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("<title>Shapes · Five deep-learning handouts: 1 passed, 1 failed, ");
        assertThat(results()).hasSize(56).hasEntrySatisfying("ANN-3.1", result -> assertThat(label(result, "outcome"))
                .isEqualTo("not selected"));
    }

    @Test
    void settingOfACourseIsListedAndPartOfTheCommand() throws Exception {
        SampleCourse course = SampleCourse.in(folder)
                .resource("META-INF/services/" + SettingsProvider.class.getName(), ShapesSettings.class.getName())
                .withClass(ShapesSettings.class);
        RunningProcess session =
                course.session(folder).withVariable("COURSE_SIDES", "7").startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains("course.sides=7\n", "course.colour=blue\n");
        assertThat(session.output())
                .contains("Reproduce: mvn test -Dgroups=SHAPES-1.2 -Dcourse.seed=449 -Dcourse.sides=7\n");
    }

    private Map<String, String> outcomes(Map<String, JsonNode> results) {
        return results.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, result -> label(result.getValue(), "outcome")));
    }

    private List<String> otherTests() throws IOException {
        return allResults().stream()
                .filter(result -> !isRequirement(result))
                .map(result -> label(result, "epic") + " / " + label(result, "feature"))
                .toList();
    }

    private static boolean isRequirement(JsonNode result) {
        return RequirementLabels.id(result).isPresent();
    }

    private static String page(Map<String, JsonNode> results, String id) {
        return results.get(id).path("descriptionHtml").asText();
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
        return allResults().stream()
                .filter(ReportIT::isRequirement)
                .collect(Collectors.toMap(result -> label(result, "requirement"), result -> result));
    }

    private List<JsonNode> allResults() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            List<JsonNode> results = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                results.add(json.readTree(file.toFile()));
            }
            return results;
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
