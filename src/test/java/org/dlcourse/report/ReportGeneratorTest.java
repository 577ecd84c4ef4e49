package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void summaryLiesBesideTheReportUntilTheNextRunRemovesBoth() {
        generate(SampleSummary.summary());
        Path report = folder.resolve("report");
        assertThat(report).isDirectoryContaining("glob:**.csv").isDirectoryContaining("glob:**.md");
        assertThat(report.resolve("summary.csv")).content().contains("ANN-1.1,");

        generator().clean();

        assertThat(report).isEmptyDirectory();
    }

    @Test
    void historyIsKeptOfRunsOfRequirementsAlone() {
        Path history = folder.resolve("results/history/history.json");
        Summary one = SampleSummary.summary();
        List<SummaryRow> notSelected = one.rows().stream()
                .filter(row -> row.outcome() == Outcome.NOT_SELECTED)
                .toList();

        generate(new Summary(one.title(), one.run(), one.scale(), one.seed(), notSelected));
        assertThat(history).as("of a run of other tests").doesNotExist();

        generate(one);
        assertThat(history).hasContent("of Allure");
    }

    private void generate(Summary summary) {
        generator()
                .generate(
                        new AllureResults(folder.resolve("results")),
                        "title",
                        Optional.of(new SummaryPage(summary, new LastRuns.Difference(0, List.of()))));
    }

    private ReportGenerator generator() {
        return ReportGenerator.of(ReportGeneratorTest::allure, folder.resolve("report"));
    }

    /** What the generator needs of a report of Allure's. */
    private static void allure(List<String> arguments) {
        Path output = Path.of(arguments.get(arguments.indexOf("-o") + 1));
        try {
            Files.createDirectories(output.resolve("history"));
            Files.writeString(output.resolve("history/history.json"), "of Allure");
            Files.writeString(
                    output.resolve("index.html"),
                    "<html><body><script async>\n        window.reportDataReady = false;</script></body></html>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
