package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dlcourse.pdf.PdfFile;
import org.dlcourse.pdf.Xhtml;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Part;
import org.dlcourse.util.HtmlText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A handout's report on paper: what was found for each of its requirements, in its order, and the code that found it.
 *
 * @param handout of the catalogue
 * @param summary of the run
 * @param byId the results of requirements
 * @param pages of requirements, ready for paper and without sources
 * @param environment of the run
 * @param code of the handout's parts
 */
record HandoutPdf(
        Handout handout,
        Summary summary,
        Map<String, JsonNode> byId,
        Map<String, Element> pages,
        Map<String, String> environment,
        HandoutCode code) {
    private static final String STYLE = "handout.css";

    /** Where the elements of a requirement's page are put. */
    private static final String PAGE = "page-";

    /** What of the environment a reader needs to repeat the run, with its name on the title page. */
    private static final Map<String, String> PROVENANCE = provenance();

    private static Map<String, String> provenance() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("commit", "Commit");
        names.put("training.code", "Code that trains");
        names.put("backend", "Backend");
        names.put("gpu", "GPU");
        names.put("processor", "Processor");
        names.put("system", "System");
        names.put("java", "Java");
        return names;
    }

    /**
     * Makes the file.
     *
     * @return its content
     * @throws IOException if it cannot be laid out
     */
    byte[] bytes() throws IOException {
        return new PdfFile(document()).bytes();
    }

    /** The document that is laid out. */
    Document document() throws IOException {
        Document document = Xhtml.parse("<html lang=\"en\">" + head() + "<body>" + title() + contents()
                + parts().stream().map(this::part).collect(Collectors.joining()) + errata().html() + code.html()
                + "</body></html>");
        for (Element place : PrintedTables.elements(document, "div")) {
            String id = place.getAttribute("id");
            if (id.startsWith(PAGE)) {
                place.appendChild(document.importNode(pages.get(id.substring(PAGE.length())), true));
            }
        }
        return document;
    }

    private HandoutErrata errata() {
        return new HandoutErrata(rows());
    }

    private List<SummaryRow> rows() {
        return summary.of(handout);
    }

    /** Those that have a row. */
    private List<Part> parts() {
        return handout.parts().stream().filter(part -> !rows(part).isEmpty()).toList();
    }

    private List<SummaryRow> rows(Part part) {
        return rows().stream().filter(row -> row.place().part().equals(part)).toList();
    }

    private String head() throws IOException {
        return "<head><title>" + text(handout.title()) + "</title><meta name=\"subject\" content=\""
                + text(summary.title() + ": " + Summary.counts(rows())) + "\"/><meta name=\"description\" content=\""
                + text(summary.title() + ": " + Summary.counts(rows())) + "\"/><style>" + style()
                + "</style><bookmarks>"
                + parts().stream().map(this::bookmarks).collect(Collectors.joining())
                + errata().bookmark() + code.bookmarks() + "</bookmarks></head>";
    }

    private String bookmarks(Part part) {
        return bookmark(
                partId(part),
                part.title(),
                rows(part).stream()
                        .map(row -> bookmark(row.id(), title(row), ""))
                        .collect(Collectors.joining()));
    }

    /** A bookmark, with those below it. */
    static String bookmark(String id, String title, String below) {
        return "<bookmark name=\"" + text(title) + "\" href=\"#" + text(id) + "\">" + below + "</bookmark>";
    }

    private String title() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Result", Summary.counts(rows()));
        facts.put("Scale", summary.scale());
        String data = Summary.data(rows());
        facts.put("Data", data.isEmpty() ? "no data set, or not known" : data);
        facts.put("Seed", summary.seed());
        facts.put("Date", date());
        facts.put("Run", summary.run());
        PROVENANCE.forEach((key, name) -> {
            if (environment.containsKey(key)) {
                facts.put(name, environment.get(key));
            } else if (key.equals("commit")) {
                facts.put(name, "not known: the tests' process ended before it said so");
            }
        });
        return "<div class=\"running\">" + text(handout.title()) + "</div><div class=\"title\"><p class=\"course\">"
                + text(summary.title()) + "</p><h1>" + text(handout.title()) + "</h1><table class=\"facts\">"
                + facts.entrySet().stream()
                        .map(fact -> "<tr><th scope=\"row\">" + fact.getKey() + "</th><td>" + text(fact.getValue())
                                + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table></div>";
    }

    /** When the last test of the handout ended, by the world's clock. */
    private String date() {
        long last = rows().stream()
                .filter(row -> row.outcome().isOfThisRun())
                .mapToLong(row -> byId.get(row.id()).path("stop").asLong())
                .max()
                .orElse(0);
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(last));
    }

    private String contents() {
        return "<div class=\"contents\"><h2 id=\"contents\">Contents</h2>"
                + parts().stream()
                        .map(part -> line("part", partId(part), part.title())
                                + rows(part).stream()
                                        .map(row -> line("requirement", row.id(), title(row)))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                + errata().contents() + code.contents() + "</div>";
    }

    /** A line of the contents. */
    static String line(String kind, String id, String title) {
        return "<p class=\"" + kind + "\">" + link(id, title) + "</p>";
    }

    /** A link within the document; PDF/UA demands a description of each. */
    static String link(String id, String title) {
        return "<a title=\"" + text(title) + "\" href=\"#" + text(id) + "\">" + text(title) + "</a>";
    }

    private String part(Part part) {
        return "<h2 id=\"" + partId(part) + "\">" + text(part.title()) + "</h2>"
                + rows(part).stream().map(this::requirement).collect(Collectors.joining());
    }

    private String requirement(SummaryRow row) {
        EvidenceFacts facts = row.facts();
        String number = facts.number().isEmpty()
                ? ""
                : " · " + text(facts.number()) + ": " + text(facts.measured()) + ", bound " + text(facts.bound());
        String message = row.message().isEmpty() ? "" : "<p class=\"message\">" + text(row.firstLine()) + "</p>";
        return "<h3 id=\"" + text(row.id()) + "\">" + text(title(row)) + "</h3><p class=\"outcome\">" + row.outcome()
                + number + "</p>" + message + "<div class=\"page\" id=\"" + PAGE + text(row.id()) + "\"></div>";
    }

    static String title(SummaryRow row) {
        return row.id() + " · " + row.place().entry().title();
    }

    private String partId(Part part) {
        return "part-" + (1 + handout.parts().indexOf(part));
    }

    private static String style() throws IOException {
        try (InputStream in = HandoutPdf.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }
}
