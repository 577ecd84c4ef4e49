package org.dlcourse.batch;

import java.util.List;
import java.util.Locale;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;
import org.dlcourse.sandbox.Verdict;

/**
 * The feedback for whoever handed in, in Markdown.
 *
 * @param graded the submission
 */
record Feedback(GradedSubmission graded) {
    /** The feedback as a text. */
    String markdown() {
        StringBuilder text = new StringBuilder("# " + plain(graded.name()) + ": " + graded.points() + " points\n");
        if (!graded.failure().isEmpty()) {
            text.append("\nNot graded: ")
                    .append(plain(graded.failure()))
                    .append(". This says nothing about the work.\n");
        }
        graded.judgements().forEach(judgement -> append(judgement, text));
        graded.answers()
                .open()
                .forEach(answer -> text.append(String.format(
                        Locale.ROOT,
                        "%n## %s · %s: of %s points%n%nThe answer waits for a person's points, which are not in the sum.%n",
                        answer.id(),
                        answer.title(),
                        Points.inWords(answer.maximum()))));
        if (!graded.answers().problems().isEmpty()) {
            text.append("\n## Answers\n\n");
            graded.answers()
                    .problems()
                    .forEach(problem -> text.append("- ").append(plain(problem)).append('\n'));
        }
        List<String> isolation = graded.judgements().stream()
                .flatMap(judgement -> judgement.isolation().stream())
                .distinct()
                .toList();
        if (!isolation.isEmpty()) {
            text.append("\n## How the code was run\n\n");
            isolation.forEach(
                    sentence -> text.append("- ").append(plain(sentence)).append('\n'));
        }
        return text.toString();
    }

    private static void append(Judgement judgement, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT, "%n## %s · %s: %s points%n%n", judgement.id(), judgement.title(), judgement.inWords()));
        Judgement.Mark first = judgement.criteria().get(0);
        if (judgement.criteria().size() > 1 && judgement.criteria().stream().allMatch(mark -> says(mark, first))) {
            append("all of it", first, judgement.points(), judgement.maximum(), text);
        } else {
            judgement
                    .criteria()
                    .forEach(mark -> append(
                            mark.name().isEmpty() ? "all of it" : mark.name(),
                            mark,
                            mark.points(),
                            mark.maximum(),
                            text));
        }
        if (!judgement.remarks().isEmpty()) {
            text.append("\nRemarks:\n\n");
            judgement
                    .remarks()
                    .forEach(remark -> text.append("- ").append(plain(remark)).append('\n'));
        }
    }

    /** Whether the same can be said of two criteria: most often that there is nothing to judge. */
    private static boolean says(Judgement.Mark one, Judgement.Mark other) {
        return one.verdict() == other.verdict()
                && one.reasons().equals(other.reasons())
                && one.causes().equals(other.causes());
    }

    private static void append(String name, Judgement.Mark mark, double points, double maximum, StringBuilder text) {
        text.append("- ")
                .append(name)
                .append(": ")
                .append(mark.verdictInWords())
                .append(", ")
                .append(Points.inWords(points))
                .append(" of ")
                .append(Points.inWords(maximum))
                .append('\n');
        if (mark.verdict() == Verdict.NOT_GRADED) {
            text.append("  - What runs the code failed; this says nothing about it.\n");
        }
        mark.reasons()
                .forEach(reason -> text.append("  - ").append(plain(reason)).append('\n'));
        mark.causes().forEach(cause -> text.append("  - **Likely cause:** ")
                .append(plain(cause))
                .append('\n'));
    }

    /** As one line without markup: some of it, such as an exception's message, comes from the student's code. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
