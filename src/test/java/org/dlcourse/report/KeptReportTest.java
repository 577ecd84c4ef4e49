package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlcourse.figure.DataTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReportTest {
    private static final DataTable CURVE =
            DataTable.ofColumns("Loss", List.of("epoch", "loss"), List.of(new double[] {1, 2}, new double[] {.5, .25}));

    @TempDir
    private Path folder;

    @BeforeEach
    void filesOfAllures() throws IOException {
        put(
                "shell.html",
                "<html><body><script async>\n        window.reportDataReady = false;\n</script></body></html>");
        put(
                "files/widgets/environment.json",
                "[{\"values\":[\"449\"],\"name\":\"course.seed\"},{\"values\":[\"quick\"],\"name\":\"course.scale\"}]");
        put("files/widgets/executors.json", "[{\"buildName\":\"local run #2\"}]");
        put("files/data/attachments/c.csv", CURVE.csv());
        put(
                "files/data/test-cases/t.json",
                "{\"uid\":\"t\",\"labels\":[{\"name\":\"requirement\",\"value\":\"ANN-1.1\"}],\"testStage\":{\"steps\":["
                        + "{\"attachments\":[{\"name\":\"Loss (CSV)\",\"source\":\"c.csv\"}]}]}}");
    }

    @Test
    void whatRanIsReadAsItWasWritten() throws IOException {
        KeptReport report = KeptReport.of(report(45_000_000));

        assertThat(report.run()).isEqualTo("local run #2");
        assertThat(report.environment()).containsEntry("course.seed", "449").containsEntry("course.scale", "quick");
        assertThat(report.requirements())
                .extracting(KeptRequirement::id)
                .as("without ANN-1.2, which was not selected")
                .containsExactly("ANN-1.1", "DOGS-2", "DOGS-10");
        KeptRequirement first = report.requirements().get(0);
        assertThat(first.id()).isEqualTo("ANN-1.1");
        assertThat(first.measured()).isEqualTo("0.021");
        assertThat(first.bound()).isEqualTo("≤ 0.03");
        assertThat(first.tables().get("Loss").rows()).containsExactly(List.of("1.0", "0.5"), List.of("2.0", "0.25"));
    }

    @Test
    void largeReportIsReadWithTheFolderBesideIt() throws IOException {
        Path report = report(10);

        assertThat(KeptReport.of(report.resolve("index.html"))
                        .requirements()
                        .get(0)
                        .tables())
                .containsOnlyKeys("Loss");

        Files.delete(report.resolve("files/data/attachments/c.csv.js"));
        assertThatThrownBy(() -> KeptReport.of(report))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "c.csv.js is missing. Copy the folder files of the report along with index.html.");
    }

    @Test
    void folderWithoutAReportIsRefused() {
        assertThatThrownBy(() -> KeptReport.of(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("none is no report of a run: it does not exist. Expected what mvn test leaves in"
                        + " target/report, or a copy of that folder.");
        assertThatThrownBy(() -> KeptReport.of(folder)).hasMessageContaining("it has no index.html.");
    }

    @Test
    void reportOfWhichNothingRanIsRefused() throws IOException {
        Path report = report(45_000_000);
        Files.writeString(report.resolve("summary.csv"), String.join(",", KeptRequirement.COLUMNS) + "\n");

        assertThatThrownBy(() -> KeptReport.of(report))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("No requirement ran in the report ");
    }

    private Path report(long limit) throws IOException {
        Path report = folder.resolve("report");
        new ReportPage(
                        folder.resolve("shell.html"),
                        folder.resolve("files"),
                        "Title",
                        limit,
                        Optional.of(SampleSummary.page()))
                .write(report);
        put("report/summary.csv", SampleSummary.summary().table().csv());
        return report;
    }

    private void put(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
