package org.dlcourse.report;

import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.util.MarkdownText;

/**
 * The summary as Markdown, as GitHub shows it for a job.
 *
 * @param summary of the run
 * @param difference from the last run
 */
record SummaryMarkdown(Summary summary, LastRuns.Difference difference) {
    String text() {
        return "# " + MarkdownText.escape(summary.title()) + "\n\n" + Summary.counts(summary.rows()) + ". "
                + MarkdownText.escape(String.join(" · ", SummaryPage.facts(summary))) + "\n\n"
                + summary.handouts().stream().map(this::handout).collect(Collectors.joining())
                + "## Differences from the last run\n\n" + SummaryPage.inWords(difference) + "\n"
                + difference.changes().stream()
                        .map(change -> "\n- " + MarkdownText.escape(change))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String handout(Handout handout) {
        List<SummaryRow> rows = summary.of(handout);
        return "## " + MarkdownText.escape(handout.title()) + "\n\n" + Summary.counts(rows) + "\n\n"
                + MarkdownText.row(
                        List.of("Requirement", "Outcome", "Shown", "Key number", "Evidence", "Data", "Seconds"))
                + MarkdownText.row(List.of("---", "---", "---", "---", "---", "---", "---:"))
                + rows.stream().map(SummaryMarkdown::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(SummaryRow row) {
        EvidenceFacts facts = row.facts();
        return MarkdownText.row(List.of(
                row.id() + " " + row.place().entry().title(),
                row.outcome().toString(),
                row.sentence(),
                facts.number().isEmpty() ? "" : facts.number() + ": " + facts.measured() + " (" + facts.bound() + ")",
                String.join(", ", facts.kinds()),
                facts.data(),
                Summary.seconds(row)));
    }
}
