package org.dlcourse.report;

import io.qameta.allure.Allure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dlcourse.figure.DataTable;
import org.dlcourse.reference.RecordedFigure;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.RepeatsComparison;

/**
 * What a requirement's page shows of its recording: this run beside the recorded repeats, and the recording itself in a frame. The outcome
 * depends on neither.
 *
 * @param recorded the recording
 * @param comparison of this run's runs; empty at another scale than the recorded one
 */
record RecordedPage(RecordedRequirement recorded, Optional<RepeatsComparison> comparison) {
    /** Longer tables are in the recording alone. */
    private static final int MOST_ROWS = 10;

    /** What the summary says of the comparison; empty if there is none. */
    String comparisonInShort() {
        return comparison.map(RepeatsComparison::inShort).orElse("");
    }

    /** Both parts; the figure and the table of the comparison are attached to the test that is running. */
    String html() {
        return comparison.map(RecordedPage::html).orElse("") + frame();
    }

    private static String html(RepeatsComparison comparison) {
        DataTable table = comparison.table();
        String sentences = comparison.inWords().stream().map(Html::paragraph).collect(Collectors.joining());
        if (table.rows().isEmpty()) {
            return sentences.isEmpty() ? "" : Html.heading(table.title()) + sentences;
        }
        EvidencePage.attach(table);
        return Html.heading(table.title())
                + sentences
                + Html.table(table)
                + Html.faintParagraph(
                        "Expected: the two-sided prediction interval for the mean of as many repeats, all intervals"
                                + " together with a probability of " + RepeatsComparison.CONFIDENCE
                                + ". What is flagged does not make the requirement fail.");
    }

    private String frame() {
        return Html.frame(Html.heading("Recorded: " + recorded.inWords())
                + Html.faintParagraph(
                        "Not of this run. Recorded by: " + recorded.origin().command())
                + Html.paragraph(recorded.evidence().sentence())
                + recorded.evidence()
                        .key()
                        .map(key -> Html.paragraph(key.what() + ": " + key.measured() + ", bound " + key.bound() + "."))
                        .orElse("")
                + recorded.evidence().figure().map(RecordedPage::figure).orElse("")
                + tables());
    }

    private static String figure(RecordedFigure figure) {
        String attachment = "Recorded: " + figure.title() + " (SVG)";
        Allure.step(
                "Recorded figure: " + figure.title(),
                () -> EvidencePage.attach(
                        attachment, "image/svg+xml", "svg", figure.svg().getBytes(StandardCharsets.UTF_8)));
        return Html.figure(figure.words(), figure.caption(), figure.width(), attachment);
    }

    private String tables() {
        List<DataTable> all = recorded.evidence().tables();
        List<DataTable> shown =
                all.stream().filter(table -> table.rows().size() <= MOST_ROWS).toList();
        int others = all.size() - shown.size();
        return shown.stream()
                        .map(table -> Html.faintParagraph(table.title()) + Html.table(table))
                        .collect(Collectors.joining())
                + (others == 0
                        ? ""
                        : Html.faintParagraph(others + (others == 1 ? " longer table is" : " longer tables are")
                                + " in the recording."));
    }
}
