package org.dlcourse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Part;
import org.dlcourse.util.HtmlText;

/**
 * The page that the report opens with, and the bar above every page; {@code summary.css} has their style and {@code summary.js} shows
 * either this page or Allure's.
 *
 * @param summary of the run
 * @param difference from the last run
 */
record SummaryPage(Summary summary, LastRuns.Difference difference) {
    /**
     * Both parts, which stand in front of Allure's own.
     *
     * @param pages the id of each requirement's page in the report, by the requirement's
     */
    String html(Map<String, String> pages) {
        ErrataPage errata = new ErrataPage(summary);
        return bar(errata) + "<main id=\"summary\" tabindex=\"-1\">\n<h1>" + text(summary.title())
                + "</h1>\n<p class=\"lead\">"
                + text(Summary.counts(summary.rows())) + " · " + text(summary.run())
                + (errata.link().isEmpty() ? "" : " · " + errata.link()) + "</p>\n" + strips()
                + differences()
                + summary.handouts().stream()
                        .map(handout -> handout(handout, pages))
                        .collect(Collectors.joining())
                + "</main>\n" + errata.html(pages);
    }

    /** Whether any requirement ran, and not other tests alone. */
    boolean isOfARequirement() {
        return summary.rows().stream().anyMatch(row -> row.outcome().isOfThisRun());
    }

    /** The same for a job's page. */
    String markdown() {
        return new SummaryMarkdown(summary, difference).text();
    }

    /** What holds of the whole run: scale, seed and data. */
    static List<String> facts(Summary summary) {
        List<String> facts = new ArrayList<>(List.of(summary.scale() + " scale"));
        if (!summary.data().isEmpty()) {
            facts.add(summary.data() + " data");
        }
        facts.add("seed " + summary.seed());
        return facts;
    }

    /** How many requirements differ, of those that ran before. */
    static String inWords(LastRuns.Difference difference) {
        if (difference.compared() == 0) {
            return "No requirement of this run has run before at this scale and with this seed.";
        }
        String ranBefore = difference.compared()
                + (difference.compared() == 1 ? " requirement" : " requirements")
                + " that ran before at this scale and with this seed";
        return difference.changes().isEmpty()
                ? "Nothing differs: the same outcome and key number of " + ranBefore + "."
                : difference.changes().size() + " of " + ranBefore
                        + (difference.changes().size() == 1 ? " differs." : " differ.");
    }

    private String bar(ErrataPage errata) {
        return "<header id=\"bar\"><a class=\"home\" href=\"#summary\">" + text(summary.title()) + "</a>"
                + facts(summary).stream()
                        .map(fact -> "<span class=\"badge\">" + text(fact) + "</span>")
                        .collect(Collectors.joining())
                + "<nav><a href=\"#summary\">Summary</a>"
                + (errata.count() == 0 ? "" : "<a href=\"#" + ErrataPage.ADDRESS + "\">Errata</a>")
                + "<a href=\"#behaviors\">Handouts</a><a href=\"#\">Overview</a></nav>"
                + "</header>\n";
    }

    private String strips() {
        return summary.handouts().stream()
                .map(handout -> "<div class=\"strip\"><a href=\"#summary/" + text(handout.id()) + "\">"
                        + text(handout.title()) + "</a>" + bar(summary.of(handout)) + "<span>"
                        + text(Summary.counts(summary.of(handout))) + "</span></div>\n")
                .collect(Collectors.joining("", "<section class=\"strips\">\n", "</section>\n"));
    }

    private static String bar(List<SummaryRow> rows) {
        Map<Outcome, Long> counts = new LinkedHashMap<>();
        Arrays.stream(Outcome.values())
                .forEach(outcome -> counts.put(
                        outcome,
                        rows.stream().filter(row -> row.outcome() == outcome).count()));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> "<i class=\"" + style(count.getKey()) + "\" style=\"flex:" + count.getValue()
                        + "\" title=\"" + count.getValue() + " " + count.getKey() + "\">" + count.getValue() + "</i>")
                .collect(Collectors.joining("", "<span class=\"bar\">", "</span>"));
    }

    private String differences() {
        return "<section><h2>Differences from the last run</h2><p>" + text(inWords(difference)) + "</p>"
                + (difference.changes().isEmpty()
                        ? ""
                        : difference.changes().stream()
                                .map(change -> "<li>" + text(change) + "</li>")
                                .collect(Collectors.joining("", "<ul>", "</ul>")))
                + "</section>\n";
    }

    private String handout(Handout handout, Map<String, String> pages) {
        List<SummaryRow> rows = summary.of(handout);
        // Closed where nothing was run, so that a run of some requirements shows them.
        String open = rows.stream().anyMatch(row -> row.outcome().isOfThisRun()) ? " open" : "";
        return "<section id=\"summary/" + text(handout.id()) + "\"><details" + open + "><summary>"
                + text(handout.title()) + "</summary>\n<table>"
                + "<thead><tr><th>Requirement</th><th>What was shown</th><th>Key number and bound</th>"
                + "<th>Recorded</th><th>Evidence</th><th>Data</th><th>Scale</th><th class=\"right\">Seconds</th></tr></thead>\n"
                + handout.parts().stream()
                        .filter(part ->
                                rows.stream().anyMatch(row -> row.place().part().equals(part)))
                        .map(part -> part(part, rows, pages))
                        .collect(Collectors.joining())
                + "</table></details></section>\n";
    }

    private String part(Part part, List<SummaryRow> rows, Map<String, String> pages) {
        return "<tbody><tr class=\"part\"><th colspan=\"8\">" + text(part.title()) + "</th></tr>\n"
                + rows.stream()
                        .filter(row -> row.place().part().equals(part))
                        .map(row -> row(row, pages.getOrDefault(row.id(), "")))
                        .collect(Collectors.joining())
                + "</tbody>\n";
    }

    private String row(SummaryRow row, String page) {
        EvidenceFacts facts = row.facts();
        return "<tr id=\"summary/" + text(row.id()) + "\"><td><span class=\"outcome " + style(row.outcome()) + "\">"
                + row.outcome() + "</span>" + link(row, page) + "</td>" + shown(row)
                + "<td data-column=\"Key number and bound\">"
                + (facts.number().isEmpty()
                        ? ""
                        : "<b>" + text(facts.measured()) + "</b> <span class=\"bound\">" + text(facts.bound())
                                + "</span><small>" + text(facts.number()) + "</small>")
                + "</td>" + recorded(row) + cell("Evidence", String.join(", ", facts.kinds()))
                + cell("Data", facts.data())
                + cell("Scale", summary.scale()) + "<td class=\"right\" data-column=\"Seconds\">"
                + Summary.seconds(row) + "</td></tr>\n";
    }

    /**
     * A requirement with a link to its page at full width.
     *
     * @param page its id in the report; empty if it has none
     */
    static String link(SummaryRow row, String page) {
        String title =
                "<b>" + text(row.id()) + "</b> " + text(row.place().entry().title());
        return page.isEmpty() ? title : "<a href=\"#testresult/" + text(page) + "\">" + title + "</a>";
    }

    private static String shown(SummaryRow row) {
        return cell("What was shown", row.sentence());
    }

    /** What the recording shows, or where there is none what the catalogue says of full scale. */
    private static String recorded(SummaryRow row) {
        String fullScale = row.place().entry().fullScale();
        return "<td data-column=\"Recorded\">"
                + row.recorded()
                        .map(recorded -> text(recorded.evidence().sentence()) + "<small>" + text(recorded.inWords())
                                + "</small>"
                                + (row.facts().comparison().isEmpty()
                                        ? ""
                                        : "<small><b>" + text(row.facts().comparison()) + "</b></small>"))
                        .orElse(fullScale.isEmpty() ? "" : "<small>At full scale: " + text(fullScale) + "</small>")
                + "</td>";
    }

    private static String cell(String column, String content) {
        return "<td data-column=\"" + column + "\">" + text(content) + "</td>";
    }

    /** The class in summary.css. */
    private static String style(Outcome outcome) {
        return "is-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }

    /** The titles of all handouts, in the catalogue's order. */
    List<String> handouts() {
        return summary.handouts().stream().map(Handout::title).toList();
    }

    /** All ids, in the catalogue's order. */
    List<String> order() {
        return summary.rows().stream().map(SummaryRow::id).toList();
    }
}
