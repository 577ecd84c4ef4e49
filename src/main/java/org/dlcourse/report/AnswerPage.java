package org.dlcourse.report;

import java.util.List;
import java.util.Optional;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.sandbox.Verdict;
import org.opentest4j.TestAbortedException;

/**
 * A student's answer on a requirement's page, and what a person gave for it.
 *
 * @param entry of the requirement
 * @param answer untrusted text; empty if there is none, and marks all the same
 * @param mark empty as long as it is open
 * @param problems with the file of answers, a sentence each
 */
record AnswerPage(Entry entry, Optional<String> answer, Optional<Marks.Given> mark, List<String> problems) {
    /** Why the requirement's test does not run. */
    TestAbortedException instead() {
        return mark.<TestAbortedException>map(given -> new MarkedByAPersonException(
                        Points.inWords(given.points()) + " of " + Points.inWords(entry.points()) + " points."))
                .orElseGet(() -> new TestAbortedException("Not judged by this test: a person marks the answer, of "
                        + Points.inWords(entry.points()) + " points."));
    }

    /** The page's first line, where the answer is all that is judged. */
    String conclusion() {
        return mark.map(given -> Html.conclusion(
                        given.points() == entry.points()
                                ? Html.Verdict.SHOWN
                                : new JudgementPage(judgement(given, List.of())).notAll(),
                        "Marked by a person: " + Points.inWords(given.points()) + " of "
                                + Points.inWords(entry.points()) + " points",
                        given.comment()))
                .orElseGet(() -> Html.conclusion(
                        Html.Verdict.OPEN,
                        "To be marked by a person: " + Points.inWords(entry.points()) + " points",
                        "Write them into the table that course.marks names."));
    }

    /** The answer as plain text, and what to look for. */
    String html() {
        return Html.heading("The student's answer")
                + answer.map(Html::plainText).orElse(Html.paragraph("There is none."))
                + Html.faintParagraph("What to look for: " + entry.shows());
    }

    /** The points that a person gave; none as long as they are open, so that they are in no sum. */
    Optional<Judgement> judgement(List<String> isolation) {
        return mark.map(given -> judgement(given, isolation));
    }

    private Judgement judgement(Marks.Given given, List<String> isolation) {
        Verdict verdict = given.points() == entry.points() ? Verdict.RIGHT : Verdict.WRONG;
        List<String> reasons = given.comment().isEmpty() ? List.of() : List.of(given.comment());
        return new Judgement(
                entry.id(),
                entry.title(),
                given.points(),
                entry.points(),
                verdict,
                List.of(new Judgement.Mark(
                        Judgement.BY_A_PERSON, given.points(), entry.points(), verdict, reasons, List.of())),
                problems,
                isolation);
    }
}
