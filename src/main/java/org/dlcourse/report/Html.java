package org.dlcourse.report;

import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;
import org.dlcourse.util.HtmlText;

/** Pieces of a requirement's page. Styles stand in the elements, since the report brings its own style sheet. */
final class Html {
    private static final String CELL = "padding:4px 12px 4px 0;border-bottom:1px solid #e4e7eb;vertical-align:top;";

    /** The attribute of a picture that names its attachment; loader.js knows it too. */
    static final String PICTURE = "data-attachment";

    /** The attribute of a folded source file: its path within the course's folder. */
    static final String SOURCE = "data-source";

    /** The attribute of what is framed: how many CSS pixels the frame takes of the width. */
    static final String FRAME = "data-frame";

    private static final int FRAME_PADDING = 12;
    private static final int FRAME_BORDER = 2;

    /** Characters of a cell that stay on one line. */
    private static final int LONGEST_UNBROKEN = 16;

    /** Tables with more are folded. */
    private static final int MOST_ROWS = 10;

    /** What a page says of its requirement, with the colour of its mark. */
    enum Verdict {
        SHOWN("#1a7f37"),
        IN_PART("#0550ae"),
        NOT_SHOWN("#cf222e"),
        OPEN("#9a6700");

        private final String colour;

        Verdict(String colour) {
            this.colour = colour;
        }

        String colour() {
            return colour;
        }
    }

    private Html() {}

    /** The first line of a requirement's page. */
    static String conclusion(Verdict verdict, String label, String sentence) {
        return "<p style=\"margin:0 0 12px;padding:8px 12px;max-width:70em;border-left:4px solid " + verdict.colour
                + ";background:#f6f8fa\"><strong style=\"color:" + verdict.colour + "\">" + HtmlText.escape(label)
                + ".</strong> "
                + HtmlText.escape(sentence) + "</p>";
    }

    /** What a page's numbers rest on, in a few words each, above its first line. */
    static String badges(List<String> words) {
        return words.stream()
                .map(word -> "<span style=\"display:inline-block;margin:0 6px 6px 0;padding:1px 8px;border-radius:9px;"
                        + "background:#24292f;color:#fff;font-size:12px\">" + HtmlText.escape(word) + "</span>")
                .collect(Collectors.joining("", "<div>", "</div>"));
    }

    static String heading(String text) {
        return "<h4 style=\"margin:18px 0 6px;font-weight:600\">" + HtmlText.escape(text) + "</h4>";
    }

    static String paragraph(String text) {
        return "<p style=\"margin:0 0 8px;max-width:70em\">" + HtmlText.escape(text) + "</p>";
    }

    static String faintParagraph(String text) {
        return "<p style=\"margin:0 0 8px;max-width:80em;font-size:12px;color:#57606a\">" + HtmlText.escape(text)
                + "</p>";
    }

    /** Text of a student's: escaped, its paragraphs and lines kept. */
    static String plainText(String text) {
        return "<div style=\"margin:0 0 8px;padding:8px 12px;max-width:70em;border-left:2px solid #d0d7de;"
                + "white-space:pre-wrap;overflow-wrap:anywhere\">"
                + HtmlText.escape(text) + "</div>";
    }

    static String command(String text) {
        return "<pre style=\"margin:0 0 8px;padding:8px;background:#f6f8fa;white-space:pre-wrap;font-size:12px\">"
                + HtmlText.escape(text) + "</pre>";
    }

    /** What is not of the run that the page is about. */
    static String frame(String content) {
        return "<div " + FRAME + "=\"" + 2 * (FRAME_PADDING + FRAME_BORDER) + "\" style=\"margin:24px 0 12px;padding:0 "
                + FRAME_PADDING + "px 8px;max-width:70em;border:" + FRAME_BORDER
                + "px dashed #8250df;border-radius:6px\">" + content
                + "</div>";
    }

    /**
     * The beginning of a requirement's page: what is asked, and what must show.
     *
     * @param fullScale what the catalogue says of runs at full scale; empty where a recording takes its place
     */
    static String requirement(RequirementCatalogue.Entry entry, String fullScale) {
        return paragraph(entry.asks())
                + faintParagraph("Must show: " + entry.shows())
                + (fullScale.isEmpty() ? "" : faintParagraph("Recorded at full scale: " + fullScale));
    }

    /**
     * A figure with its caption.
     *
     * @param attachment name of the attachment with its pixels
     */
    static String figure(Figure figure, String attachment) {
        return figure(figure.inWords(), figure.caption(), figure.width(), attachment);
    }

    /**
     * A figure with its caption.
     *
     * @param words what it shows, for who cannot see it
     * @param width in CSS pixels
     * @param attachment name of the attachment with its pixels or lines
     */
    static String figure(String words, String caption, int width, String attachment) {
        return picture(words, attachment, "width:100%;max-width:" + width + "px") + faintParagraph(caption);
    }

    /**
     * A formula.
     *
     * @param attachment name of the attachment with its pixels
     */
    static String formula(Formula formula, String attachment) {
        return picture(formula.latex(), attachment, "width:" + formula.width() + "px;max-width:100%");
    }

    /** Without pixels: loader.js takes them from the attachment of this name when the page is opened. */
    private static String picture(String alternative, String attachment, String size) {
        return "<img alt=\"" + HtmlText.escape(alternative) + "\" style=\"display:block;" + size
                + ";height:auto;margin:4px 0\" tabindex=\"0\" " + PICTURE + "=\"" + HtmlText.escape(attachment)
                + "\"/>";
    }

    /** A table, folded if it has many rows. */
    static String table(DataTable table) {
        return table.rows().size() > MOST_ROWS
                ? folded(table.rows().size() + " rows", rows(table), false)
                : rows(table);
    }

    /**
     * The table of checks under its heading, folded if it has many rows and all of them hold.
     *
     * @param ofCriteria whether some belong to criteria
     */
    static String checks(List<Check> checks, boolean ofCriteria) {
        DataTable table = Check.table(checks, ofCriteria);
        long broken = checks.stream().filter(check -> !check.holds()).count();
        String counts = checks.size() + " bounds, of which " + (broken == 0 ? "all" : checks.size() - broken) + " hold";
        return heading(table.title())
                + (checks.size() > MOST_ROWS ? folded(counts, rows(table), broken > 0) : rows(table));
    }

    /** What a reader opens by a click or a key; printed in whole. */
    static String folded(String summary, String content, boolean open) {
        return folded(summary, content, open ? " open=\"\"" : "");
    }

    private static String folded(String summary, String content, String attributes) {
        return "<details" + attributes
                + " style=\"margin:0 0 8px\"><summary style=\"cursor:pointer;display:list-item\">"
                + HtmlText.escape(summary) + "</summary>" + content + "</details>";
    }

    /**
     * A source file, folded.
     *
     * @param path of the file within the course's folder
     * @param link to it; empty if there is none
     */
    static String code(String path, String link, String text) {
        return folded(
                path.substring(path.lastIndexOf('/') + 1),
                (link.isEmpty()
                                ? ""
                                : "<p style=\"margin:4px 0\"><a href=\"" + HtmlText.escape(link) + "\">"
                                        + HtmlText.escape(link) + "</a></p>")
                        + "<pre style=\"margin:0 0 8px;padding:8px;background:#f6f8fa;white-space:pre-wrap;"
                        + "overflow-wrap:anywhere;font-size:12px\">"
                        + HtmlText.escape(text) + "</pre>",
                " " + SOURCE + "=\"" + HtmlText.escape(path) + "\"");
    }

    private static String rows(DataTable table) {
        StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;"
                + "font-size:13px;margin:0 0 8px\"><tr>");
        for (int column = 0; column < table.columns().size(); column++) {
            html.append("<th style=\"")
                    .append(CELL)
                    .append(alignment(table, column))
                    .append("font-weight:600\">")
                    .append(HtmlText.escape(table.columns().get(column)))
                    .append("</th>");
        }
        html.append("</tr>");
        for (List<Object> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append("<td style=\"")
                        .append(CELL)
                        .append(alignment(table, column))
                        .append(readable(row, column).length() <= LONGEST_UNBROKEN ? "white-space:nowrap" : "")
                        .append("\">")
                        .append(HtmlText.escape(readable(row, column)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</table></div>").toString();
    }

    private static String readable(List<Object> row, int column) {
        return DataTable.readable(row.get(column));
    }

    private static String alignment(DataTable table, int column) {
        boolean numbers =
                !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
        return numbers ? "text-align:right;" : "text-align:left;";
    }
}
