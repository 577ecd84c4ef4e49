package org.dlcourse.report;

import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.util.HtmlText;

/**
 * The errors in a handout and its published solutions that the run proves, as its PDF lists them behind its parts.
 *
 * @param rows of the handout
 */
record HandoutErrata(List<SummaryRow> rows) {
    private static final String ID = "errata";

    private static final String TITLE = "Errors found in the handout and its published solutions";

    HandoutErrata {
        rows = rows.stream().filter(row -> !row.facts().errata().isEmpty()).toList();
    }

    /** Its line of the table of contents; empty without an error. */
    String contents() {
        return rows.isEmpty() ? "" : HandoutPdf.line("part", ID, TITLE);
    }

    /** Its bookmark; empty without an error. */
    String bookmark() {
        return rows.isEmpty() ? "" : HandoutPdf.bookmark(ID, TITLE, "");
    }

    /** The list; empty without an error. */
    String html() {
        return rows.isEmpty()
                ? ""
                : "<h2 id=\"" + ID + "\">" + TITLE + "</h2><p>Each is proven under its requirement.</p>"
                        + rows.stream()
                                .flatMap(row -> row.facts().errata().stream().map(erratum -> html(row, erratum)))
                                .collect(Collectors.joining());
    }

    private static String html(SummaryRow row, Erratum erratum) {
        return "<h3 class=\"erratum\">" + HandoutPdf.link(row.id(), HandoutPdf.title(row)) + "</h3><p>"
                + HtmlText.escape(erratum.says()) + "</p><p>Proof: " + HtmlText.escape(erratum.proof()) + "</p>";
    }
}
