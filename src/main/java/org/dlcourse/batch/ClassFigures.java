package org.dlcourse.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlcourse.figure.Bars;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.report.Judgement;
import org.dlcourse.sandbox.Verdict;

/**
 * The figures of a class's page.
 *
 * @param requirements ids of those that were judged
 * @param submissions all that were graded or could not be
 */
record ClassFigures(List<String> requirements, List<GradedSubmission> submissions) {
    private static final List<String> BINS = List.of("0", "to 25", "to 50", "to 75", "below 100", "100");
    /** What was not handed in would hide what was done wrong. */
    private static final Set<Verdict> NO_MISTAKE = EnumSet.of(Verdict.RIGHT, Verdict.NOT_GRADED, Verdict.NOT_FOUND);

    private static final int COLUMNS = 3;
    private static final int WIDTH = 960;
    private static final int PANEL_HEIGHT = 190;
    private static final int BAR_HEIGHT = 38;
    private static final int MOST = 12;

    /** How many submissions earned which share of each requirement's points, where any was graded. */
    Optional<Figure> distribution() {
        List<Drawing> panels = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (String id : graded()) {
            int[] counts = new int[BINS.size()];
            judgements(id).filter(Judgement::graded).forEach(judgement -> counts[bin(judgement)]++);
            List<Integer> list = new ArrayList<>();
            for (int count : counts) {
                list.add(count);
            }
            panels.add(new Bars(id, "submissions", BINS, list, false, Palette.BLUE));
            List<Object> row = new ArrayList<>(List.of(id));
            row.addAll(list);
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("requirement"));
        columns.addAll(BINS);
        int lines = (panels.size() + COLUMNS - 1) / COLUMNS;
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                "Distribution of points a requirement",
                "Number of submissions by the percentage of the requirement's points that they earned.",
                WIDTH,
                PANEL_HEIGHT * lines,
                new Panels(COLUMNS, panels),
                List.of(new DataTable("Distribution of points", columns, rows))));
    }

    /** The requirements that have something to be counted: answers that still wait for a person's points have not. */
    private List<String> graded() {
        return requirements.stream()
                .filter(id -> judgements(id).anyMatch(Judgement::graded))
                .toList();
    }

    private Stream<Judgement> judgements(String id) {
        return submissions.stream()
                .flatMap(one -> one.judgements().stream())
                .filter(judgement -> judgement.id().equals(id));
    }

    private static int bin(Judgement judgement) {
        if (judgement.verdict() == Verdict.RIGHT) {
            return BINS.size() - 1;
        }
        double share = judgement.maximum() == 0 ? 0 : judgement.points() / judgement.maximum();
        return share == 0 ? 0 : share <= .25 ? 1 : share <= .5 ? 2 : share <= .75 ? 3 : 4;
    }

    /** The causes that most submissions have, where there is one. */
    Optional<Figure> mistakes() {
        Map<String, Integer> counts = new TreeMap<>();
        for (GradedSubmission one : submissions) {
            for (Judgement judgement : one.judgements()) {
                causes(judgement).forEach(cause -> counts.merge(judgement.id() + ": " + cause, 1, Integer::sum));
            }
        }
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        List<Map.Entry<String, Integer>> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
        List<List<Object>> rows = most.stream()
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                .toList();
        return Optional.of(new Figure(
                "Most frequent mistakes",
                "Number of submissions with a mistake, by its likely cause or, where none is known, by the verdict. What"
                        + " is not among a submission's files is left out."
                        + (counts.size() > MOST ? " The " + MOST + " most frequent of " + counts.size() + "." : ""),
                WIDTH,
                70 + BAR_HEIGHT * most.size(),
                new Bars(
                        "Most frequent mistakes",
                        "submissions",
                        most.stream().map(Map.Entry::getKey).toList(),
                        most.stream().map(Map.Entry::getValue).toList(),
                        true,
                        Palette.ORANGE),
                List.of(new DataTable("Most frequent mistakes", List.of("mistake", "submissions"), rows))));
    }

    /** What a submission did wrong in a requirement, each once. */
    private static Set<String> causes(Judgement judgement) {
        Set<String> causes = new LinkedHashSet<>();
        for (Judgement.Mark mark : judgement.criteria()) {
            if (mark.givenByAPerson()) {
                // The comment says what is missing, and there is no verdict on it.
                continue;
            }
            if (mark.verdict() == Verdict.WRONG && mark.causes().isEmpty()) {
                causes.add(mark.name().isEmpty() ? "wrong" : "wrong for " + mark.name());
            } else if (!NO_MISTAKE.contains(mark.verdict())) {
                causes.addAll(mark.causes());
                if (mark.verdict() != Verdict.WRONG) {
                    causes.add(mark.verdict().toString());
                }
            }
        }
        return causes;
    }
}
