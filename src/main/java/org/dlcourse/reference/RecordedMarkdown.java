package org.dlcourse.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.util.MarkdownText;

/**
 * A recording as Markdown: what was shown, its tables, its bounds, and where it comes from.
 *
 * @param recorded the recording
 */
record RecordedMarkdown(RecordedRequirement recorded) {
    /** Longer tables are left to the recording. */
    private static final int MOST_ROWS = 25;

    /** The kind of evidence that rests on trainings. */
    private static final String STATISTICAL = "statistical";

    String text() {
        RecordedOrigin origin = recorded.origin();
        return "### " + recorded.id() + " · " + MarkdownText.escape(recorded.title()) + "\n\n"
                + MarkdownText.escape(recorded.evidence().sentence()) + "\n\n"
                + recorded.evidence().tables().stream()
                        .filter(table -> table.rows().size() <= MOST_ROWS)
                        .map(RecordedMarkdown::table)
                        .collect(Collectors.joining())
                + table(checks())
                + "Recorded: " + MarkdownText.escape(recorded.inWords()) + "; "
                + seconds() + " s of training in all.\nData: "
                + MarkdownText.escape(String.join("; ", origin.data())) + ".\n"
                + MarkdownText.escape(origin.backend() + "; " + origin.machine().system() + "; "
                        + origin.machine().java())
                + ".\nCommit " + MarkdownText.escape(origin.commit()) + ".\n\n    "
                + origin.command() + "\n";
    }

    private String seconds() {
        return String.format(
                Locale.ROOT,
                "%,.0f",
                recorded.runs().stream()
                        .mapToDouble(run -> run.run().provenance().seconds())
                        .sum());
    }

    /** Those that rest on trainings. */
    private DataTable checks() {
        return new DataTable(
                "Bounds",
                List.of("What", "Measured", "Bound"),
                recorded.evidence().checks().stream()
                        .filter(check -> check.kind().equals(STATISTICAL))
                        .map(check -> List.<Object>of(check.what(), check.measured(), check.bound()))
                        .toList());
    }

    private static String table(DataTable table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        return MarkdownText.escape(table.title()) + ":\n\n" + MarkdownText.row(table.columns())
                + IntStream.range(0, table.columns().size())
                        .mapToObj(column -> isOfNumbers(table, column) ? "---:" : "---")
                        .collect(Collectors.joining("|", "|", "|\n"))
                + table.rows().stream()
                        .map(row -> MarkdownText.row(
                                row.stream().map(DataTable::readable).toList()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static boolean isOfNumbers(DataTable table, int column) {
        return table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
    }
}
