package org.dlcourse.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.util.HtmlText;

/**
 * The list of errors in the handouts and their published solutions that the run proves, each with a link to the page with its proof.
 *
 * @param summary of the run
 */
record ErrataPage(Summary summary) {
    /** Its address in the report; summary.js knows it too. */
    static final String ADDRESS = "errata";

    /** The number of errors. */
    int count() {
        return summary.rows().stream()
                .mapToInt(row -> row.facts().errata().size())
                .sum();
    }

    /** The link to the list, in words; empty if there is no error. */
    String link() {
        return count() == 0
                ? ""
                : "<a href=\"#" + ADDRESS + "\">" + count() + (count() == 1 ? " error" : " errors")
                        + " in the handouts and their published solutions</a>";
    }

    /**
     * The list, which stands beside the summary; empty if there is no error.
     *
     * @param pages the id of each requirement's page in the report, by the requirement's
     */
    String html(Map<String, String> pages) {
        return count() == 0
                ? ""
                : "<main id=\"" + ADDRESS
                        + "\" tabindex=\"-1\">\n<h1>Errors in the handouts and their published solutions</h1>\n"
                        + "<p class=\"lead\">Each is proven on the page of its requirement, by the numbers of this run. What was not"
                        + " run is not in the list.</p>\n"
                        + summary.handouts().stream()
                                .map(handout -> handout(handout, pages))
                                .collect(Collectors.joining())
                        + "</main>\n";
    }

    private String handout(Handout handout, Map<String, String> pages) {
        List<SummaryRow> rows = summary.of(handout).stream()
                .filter(row -> !row.facts().errata().isEmpty())
                .toList();
        return rows.isEmpty()
                ? ""
                : "<section><h2>" + text(handout.title())
                        + "</h2>\n<table class=\"errata\"><thead><tr><th>Requirement</th>"
                        + "<th>The handout or its solution</th><th>What is right, and its proof</th></tr></thead>\n<tbody>"
                        + rows.stream()
                                .flatMap(row -> row.facts().errata().stream().map(erratum -> row(row, erratum, pages)))
                                .collect(Collectors.joining())
                        + "</tbody></table></section>\n";
    }

    private static String row(SummaryRow row, Erratum erratum, Map<String, String> pages) {
        return "<tr><td>" + SummaryPage.link(row, pages.getOrDefault(row.id(), ""))
                + "</td><td data-column=\"It says\">" + text(erratum.says()) + "</td><td data-column=\"Right is\">"
                + text(erratum.proof()) + "</td></tr>\n";
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }
}
