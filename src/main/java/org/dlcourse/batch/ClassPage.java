package org.dlcourse.batch;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.report.EmbeddedFigure;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;
import org.dlcourse.report.Score;
import org.dlcourse.util.HtmlText;

/**
 * The page on a class: the distribution of points a requirement, the most frequent mistakes, and all submissions with links to theirs.
 *
 * @param requirements ids of those that were judged
 * @param submissions all that were graded or could not be
 */
record ClassPage(List<String> requirements, List<GradedSubmission> submissions) {
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:1000px;margin:2em auto;padding:0 1em;color:#1f2328}"
                    + "table{border-collapse:collapse;font-size:14px;width:100%}td,th{padding:4px 10px;border-bottom:1px solid"
                    + " #d0d7de;text-align:left}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}"
                    + "figure{margin:1em 0}img{max-width:100%}figcaption{font-size:13px;color:#57606a}"
                    + ".open{color:#9a6700}"
                    // All requirements stand side by side: the names stay in view.
                    + ".wide{overflow-x:auto}.wide tr>:first-child{position:sticky;left:0;background:#fff}"
                    + ".wide small{display:block;white-space:nowrap}";

    /** The page, whole: its figures are in it. */
    String html() {
        ClassFigures figures = new ClassFigures(requirements, submissions);
        long open = submissions.stream().filter(one -> !one.graded()).count();
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Grades</title><style>" + STYLE
                + "</style></head><body>\n<h1>Grades of " + submissions.size()
                + (submissions.size() == 1 ? " submission" : " submissions") + "</h1>\n<p>" + summary()
                + (open == 0
                        ? ""
                        : " <span class=\"open\">" + open
                                + " could not be graded: what runs the code failed, which says nothing about it.</span>")
                + "</p>\n"
                + figures.distribution().map(EmbeddedFigure::html).orElse("")
                + figures.mistakes().map(EmbeddedFigure::html).orElse("<p>No mistake occurred.</p>\n")
                + leaderboards() + "<h2>Submissions</h2>\n" + table() + "</body></html>\n";
    }

    private String summary() {
        double[] points = submissions.stream()
                .filter(GradedSubmission::graded)
                .mapToDouble(one -> one.points().earned())
                .sorted()
                .toArray();
        if (points.length == 0) {
            return "None was graded.";
        }
        double maximum = submissions.stream()
                .filter(GradedSubmission::graded)
                .mapToDouble(one -> one.points().maximum())
                .max()
                .orElseThrow();
        double median = (points[(points.length - 1) / 2] + points[points.length / 2]) / 2;
        return "Points of at most " + Points.inWords(maximum) + ": median " + Points.inWords(median) + ", from "
                + Points.inWords(points[0]) + " to " + Points.inWords(points[points.length - 1]) + ".";
    }

    /** For each score that a submission has, the submissions in their order. */
    private String leaderboards() {
        return submissions.stream()
                .flatMap(one -> one.scores().stream())
                .map(Score::name)
                .distinct()
                .map(this::leaderboard)
                .collect(Collectors.joining());
    }

    private String leaderboard(String name) {
        record Rank(String submission, double value) {}
        return "<h2>Leaderboard: " + text(name) + "</h2>\n<table>"
                + submissions.stream()
                        .flatMap(one -> one.scores().stream()
                                .filter(score -> score.name().equals(name))
                                .map(score -> new Rank(one.name(), score.value())))
                        .sorted(Comparator.comparingDouble(Rank::value).reversed())
                        .map(rank -> "<tr><td>" + text(rank.submission()) + "</td><td class=\"number\">"
                                + String.format(Locale.ROOT, "%.4f", rank.value()) + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table>\n";
    }

    private String table() {
        String heads = requirements.stream()
                .map(id -> "<th class=\"number\">" + text(id) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"wide\"><table><tr><th>Submission</th><th class=\"number\">Points</th>" + heads + "</tr>\n"
                + submissions.stream().map(this::row).collect(Collectors.joining()) + "</table></div>\n";
    }

    private String row(GradedSubmission one) {
        String cells = requirements.stream()
                .map(id -> "<td class=\"number\">"
                        + one.judgement(id)
                                .map(ClassPage::points)
                                .orElse(one.isOpen(id) ? "<span class=\"open\">open</span>" : "")
                        + "</td>")
                .collect(Collectors.joining());
        String folder = link(one.name());
        return "<tr><td>" + text(one.name()) + "<small>"
                + (one.failure().isEmpty()
                        ? "<a href=\"" + folder + "/report/index.html\">report</a> · <a href=\"" + folder + "/"
                                + SubmissionOutput.FEEDBACK + "\">feedback</a>"
                        : text(one.failure()) + " · <a href=\"" + folder + "/log.txt\">log</a>")
                + "</small></td><td class=\"number\">"
                + (one.graded() ? Points.inWords(one.points().earned()) : "<span class=\"open\">not graded</span>")
                + "</td>" + cells + "</tr>\n";
    }

    private static String points(Judgement judgement) {
        return judgement.graded() ? Points.inWords(judgement.points()) : "<span class=\"open\">not graded</span>";
    }

    private static String link(String name) {
        StringBuilder link = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            link.append(
                    c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)
                            ? String.valueOf(c)
                            : String.format(Locale.ROOT, "%%%02X", one & 0xff));
        }
        return link.toString();
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }
}
