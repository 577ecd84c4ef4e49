package org.dlcourse.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.report.EmbeddedFigure;
import org.dlcourse.report.KeptReport;
import org.dlcourse.report.KeptRequirement;
import org.dlcourse.util.HtmlText;

/**
 * The page on two runs: where they come from, then outcomes, key numbers, means over seeds, and curves, as far as they differ.
 *
 * @param comparison of the runs
 */
record ComparisonPage(RunComparison comparison) {
    private static final List<String> NAMES = List.of("A", "B");

    /** The page, whole: its figures are in it. */
    String html() throws IOException {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Two runs compared</title><style>\n"
                + style() + "</style></head><body>\n<h1>Two runs compared</h1>\n<p>A: "
                + name(comparison.first()) + "<br>B: " + name(comparison.second()) + "</p>\n<p>" + summary() + "</p>\n"
                + facts() + outcomes() + numbers() + means() + curves() + "</body></html>\n";
    }

    private static String name(KeptReport report) {
        return "<code>" + text(report.folder().toString()) + "</code>"
                + (report.run().isEmpty() ? "" : ", " + text(report.run()));
    }

    private String summary() {
        List<RunComparison.Pair> pairs = comparison.pairs();
        long outcomes = pairs.stream()
                .filter(pair -> pair.differs(KeptRequirement::outcome))
                .count();
        long numbers =
                pairs.stream().filter(RunComparison.Pair::hasAnotherNumber).count();
        return "Of " + pairs.size() + " requirements that ran in both, " + outcomes + " have another outcome and "
                + numbers
                + " another key number."
                + only("A", comparison.onlyInFirst())
                + only("B", comparison.onlyInSecond());
    }

    private static String only(String run, List<KeptRequirement> requirements) {
        return requirements.isEmpty()
                ? ""
                : " Only in " + run + ": "
                        + text(requirements.stream().map(KeptRequirement::id).collect(Collectors.joining(", "))) + ".";
    }

    private String facts() {
        List<RunComparison.Fact> facts = comparison.facts();
        List<RunComparison.Fact> different =
                facts.stream().filter(RunComparison.Fact::differs).toList();
        List<RunComparison.Fact> equal =
                facts.stream().filter(fact -> !fact.differs()).toList();
        return "<h2>Where the runs come from</h2>\n"
                + (different.isEmpty()
                        ? "<p>Nothing differs: with equal code, seed, scale, data, backend and processor all numbers but measured"
                                + " times are equal.</p>\n"
                        : table(
                                List.of("Differs", "A", "B"),
                                different.stream()
                                        .map(fact -> List.of(fact.name(), fact.first(), fact.second()))
                                        .toList()))
                + folded(
                        equal.size() + " equal in both",
                        table(
                                List.of("Equal", "A and B"),
                                equal.stream()
                                        .map(fact -> List.of(fact.name(), fact.first()))
                                        .toList()));
    }

    private String outcomes() {
        List<List<String>> rows = comparison.pairs().stream()
                .filter(pair -> pair.differs(KeptRequirement::outcome))
                .map(pair -> List.of(
                        title(pair.second()),
                        pair.first().outcome(),
                        pair.second().outcome(),
                        pair.second().shown()))
                .toList();
        return "<h2>Outcomes</h2>\n"
                + (rows.isEmpty()
                        ? "<p>All " + comparison.pairs().size() + " are equal.</p>\n"
                        : table(List.of("Requirement", "A", "B", "What B says"), rows));
    }

    private String numbers() {
        List<List<String>> rows = comparison.pairs().stream()
                .filter(RunComparison.Pair::hasAnotherNumber)
                .map(pair -> List.of(
                        title(pair.second()),
                        pair.differs(KeptRequirement::number)
                                ? pair.first().number() + "\n→ " + pair.second().number()
                                : pair.second().number(),
                        pair.first().measured(),
                        pair.second().measured(),
                        pair.differs(KeptRequirement::bound)
                                ? pair.first().bound() + " → " + pair.second().bound()
                                : pair.second().bound(),
                        pair.first().seconds(),
                        pair.second().seconds()))
                .toList();
        return "<h2>Key numbers</h2>\n<p>" + (comparison.pairs().size() - rows.size()) + " of "
                + comparison.pairs().size() + " are equal.</p>\n"
                + (rows.isEmpty()
                        ? ""
                        : table(
                                List.of("Requirement", "Key number", "A", "B", "Bound", "Seconds, A", "Seconds, B"),
                                rows));
    }

    private String means() {
        List<List<String>> rows = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        int equal = 0;
        for (RunComparison.Pair pair : comparison.pairs()) {
            for (String table : tablesOfBoth(pair)) {
                Map<String, MeanInterval> before =
                        SeedMeans.of(pair.first().tables().get(table)).byName();
                Map<String, MeanInterval> after =
                        SeedMeans.of(pair.second().tables().get(table)).byName();
                for (Map.Entry<String, MeanInterval> mean : after.entrySet()) {
                    MeanInterval was = before.get(mean.getKey());
                    if (was != null && SeedMeans.areEqual(was, mean.getValue())) {
                        equal++;
                    } else if (was != null && seen.add(row("", mean.getKey(), was, mean.getValue()))) {
                        rows.add(row(pair.second().id(), mean.getKey(), was, mean.getValue()));
                    }
                }
            }
        }
        return "<h2>Means over seeds</h2>\n<p>Each with its 95 % confidence interval by Student's t. "
                + equal + (equal == 1 ? " is" : " are") + " equal in both.</p>\n"
                + (rows.isEmpty()
                        ? ""
                        : table(List.of("Requirement", "Mean of", "A", "B", "B minus A", "Intervals"), rows));
    }

    private static List<String> row(String id, String name, MeanInterval first, MeanInterval second) {
        return List.of(
                id,
                name,
                first.toString(),
                second.toString(),
                String.format(Locale.ROOT, "%+.3f", second.mean() - first.mean()),
                first.count() == 1 || second.count() == 1
                        ? "one run"
                        : SeedMeans.areApart(first, second) ? "apart" : "overlap");
    }

    private String curves() {
        StringBuilder sections = new StringBuilder();
        Set<List<Object>> drawn = new HashSet<>();
        int equal = 0;
        for (RunComparison.Pair pair : comparison.pairs()) {
            List<CurvesOfBoth> different = new ArrayList<>();
            for (String table : tablesOfBoth(pair)) {
                for (CurvesOfBoth both :
                        CurvesOfBoth.of(
                                        pair.first().tables().get(table),
                                        pair.second().tables().get(table))
                                .stream()
                                .toList()) {
                    if (!both.differ()) {
                        equal++;
                    } else if (drawn.add(
                            List.of(both.first().rows(), both.second().rows()))) {
                        different.add(both);
                    }
                }
            }
            if (!different.isEmpty()) {
                sections.append(folded(
                        title(pair.second()) + " (" + different.size()
                                + (different.size() == 1 ? " set of curves)" : " sets of curves)"),
                        different.stream()
                                .map(both -> "<h3>" + text(both.first().title()) + "</h3>\n"
                                        + EmbeddedFigure.html(both.figure(NAMES)))
                                .collect(Collectors.joining())));
            }
        }
        return "<h2>Curves</h2>\n<p>Those that differ, laid over each other. " + equal
                + (equal == 1 ? " set is" : " sets are")
                + " equal in both. What several requirements show is drawn once.</p>\n"
                + sections;
    }

    private static List<String> tablesOfBoth(RunComparison.Pair pair) {
        return pair.second().tables().keySet().stream()
                .filter(title -> Objects.nonNull(pair.first().tables().get(title)))
                .toList();
    }

    private static String title(KeptRequirement requirement) {
        return requirement.id() + " " + requirement.title();
    }

    private static String folded(String summary, String content) {
        return "<details><summary>" + text(summary) + "</summary>\n" + content + "</details>\n";
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        return "<div class=\"table\"><table><thead>" + cells("th", columns) + "</thead>\n"
                + rows.stream().map(row -> cells("td", row)).collect(Collectors.joining()) + "</table></div>\n";
    }

    private static String cells(String element, List<String> cells) {
        return Stream.of(cells)
                .flatMap(List::stream)
                .map(cell -> "<" + element + ">" + text(cell).replace("\n", "<br>") + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String style() throws IOException {
        try (InputStream in = ComparisonPage.class.getResourceAsStream("comparison.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(String text) {
        return HtmlText.escape(text);
    }
}
