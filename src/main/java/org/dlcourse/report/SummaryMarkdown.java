package org.dlcourse.report;

import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Handout;

/**
 * The summary as Markdown, as GitHub shows it for a job.
 *
 * @param summary of the run
 * @param difference from the last run
 */
record SummaryMarkdown(Summary summary, LastRuns.Difference difference) {
    String text() {
        return "# " + cell(summary.title()) + "\n\n" + Summary.counts(summary.rows()) + ". "
                + cell(String.join(" · ", SummaryPage.facts(summary))) + "\n\n"
                + summary.handouts().stream().map(this::handout).collect(Collectors.joining())
                + "## Differences from the last run\n\n" + SummaryPage.inWords(difference) + "\n"
                + difference.changes().stream()
                        .map(change -> "\n- " + cell(change))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String handout(Handout handout) {
        List<SummaryRow> rows = summary.of(handout);
        return "## " + cell(handout.title()) + "\n\n" + Summary.counts(rows) + "\n\n"
                + line(List.of("Requirement", "Outcome", "Shown", "Key number", "Evidence", "Data", "Seconds"))
                + line(List.of("---", "---", "---", "---", "---", "---", "---:"))
                + rows.stream().map(SummaryMarkdown::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(SummaryRow row) {
        EvidenceFacts facts = row.facts();
        return line(List.of(
                row.id() + " " + row.place().entry().title(),
                row.outcome().toString(),
                row.sentence(),
                facts.number().isEmpty() ? "" : facts.number() + ": " + facts.measured() + " (" + facts.bound() + ")",
                String.join(", ", facts.kinds()),
                facts.data(),
                Summary.seconds(row)));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SummaryMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Without what Markdown would take for markup or for the end of a cell. */
    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|#~]", "\\\\$0");
    }
}
