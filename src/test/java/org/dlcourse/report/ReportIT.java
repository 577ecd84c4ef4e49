package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dlcourse.backend.Backend;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.pdf.ReadPdf;
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
                .contains("SHAPES-1.3,1 · Shapes,By hand,Skipped,skipped,no GPU computes here,,,,,,quick,,,,");
        assertThat(folder.resolve("report/summary.md"))
                .content()
                .startsWith("# Shapes\n\n" + summary + ". quick scale");
        SessionResults results = results();
        assertThat(results.outcomes())
                .as("one result a requirement")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "SHAPES-1.1", "passed",
                        "SHAPES-1.2", "failed",
                        "SHAPES-1.3", "skipped",
                        "SHAPES-1.4", "skipped",
                        "SHAPES-2.1", "not selected",
                        "SHAPES-2.2", "not covered yet"));
        assertThat(results.byId().values()).allSatisfy(result -> {
            assertThat(SessionResults.label(result, "epic")).isEqualTo("1 · Shapes");
            assertThat(SessionResults.label(result, "parentSuite")).isEqualTo("1 · Shapes");
            assertThat(SessionResults.label(result, "suite")).isIn("By hand", "More");
            assertThat(SessionResults.label(result, "package")).startsWith("1 · Shapes.");
            assertThat(result.path("name").asText()).startsWith("SHAPES-").contains(" · ");
            assertThat(result.path("descriptionHtml").asText()).contains("Do it", "Must show: It is done.");
        });
        assertThat(results.status("SHAPES-1.3")).isEqualTo("skipped");
        assertThat(results.message("SHAPES-1.3")).isEqualTo("no GPU computes here");
        assertThat(results.byId().get("SHAPES-2.2").path("status").asText(null))
                .as("status of what has no test")
                .isNull();
        assertThat(results.otherTests())
                .as("tests of no requirement")
                .containsExactly("Other tests / org.example.shapes");
        assertThat(Files.readString(folder.resolve("results/environment.properties")))
                .contains(
                        "requirements=" + summary,
                        "course.scale=quick",
                        "convolution.helper=",
                        "images.classified=",
                        "commit=");
    }

    @Test
    void handoutOfACourseIsAPdf() throws Exception {
        RunningProcess session = SampleCourse.in(folder)
                .session(folder)
                .withOptions("-Dreport.pdf=true")
                .startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        ReadPdf pdf = ReadPdf.of(Files.readAllBytes(folder.resolve("report/SHAPES.pdf")));
        assertThat(pdf.text())
                .containsSubsequence(
                        "1 passed, 1 failed, 2 skipped, 1 not selected, 1 not covered yet, of 6",
                        "passed · a number: 1, bound ≤ 2",
                        "failed · a number: 3, bound ≤ 2",
                        "What happened.",
                        "The same again.",
                        "no GPU computes here",
                        "Not covered yet",
                        "No page of this run shows source code.");
        assertThat(pdf.pictures()).as("the formula; figures are lines").isEqualTo(1);
        assertThat(folder.resolve("report/ANN.pdf"))
                .as("PDF of another course's handout")
                .doesNotExist();
    }

    @Test
    void pageRefersToItsPicturesByTheNamesOfAttachments() throws Exception {
        RunningProcess session = SampleCourse.in(folder).session(folder).startIn(folder);
        assertThat(session.await()).as(session.output()).isZero();

        SessionResults results = results();
        assertThat(results.page("SHAPES-1.1"))
                .contains("It is so.", "≤ 2", Backend.found().name());
        assertThat(results.page("SHAPES-1.2"))
                .as("page of a failed requirement")
                .contains("What happened.", "mvn test -Dgroups=SHAPES-1.2")
                .contains(
                        "data-attachment=\"Formula (PNG)\"",
                        "data-attachment=\"A trajectory (PNG)\"",
                        "data-attachment=\"A trajectory (PNG) 2\"")
                .doesNotContain("base64");
        assertThat(results.attachments("SHAPES-1.2"))
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
        assertThat(results().byId()).hasSize(56).hasEntrySatisfying("ANN-3.1", result -> assertThat(
                        SessionResults.label(result, "outcome"))
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

    private SessionResults results() throws IOException {
        return SessionResults.ofFolder(folder.resolve("results"));
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

    private RunningProcess session() throws IOException {
        return session(SampleRequirements.class);
    }

    private RunningProcess session(Class<?> requirements, String... moreOptions) throws IOException {
        return SampleSession.of(folder, requirements).withOptions(moreOptions).startIn(folder);
    }
}
