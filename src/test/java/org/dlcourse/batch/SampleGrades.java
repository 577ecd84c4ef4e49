package org.dlcourse.batch;

import java.util.List;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Judgement.Mark;
import org.dlcourse.report.OpenAnswers;
import org.dlcourse.report.Score;
import org.dlcourse.sandbox.Verdict;

/** Submissions as they are after grading. */
final class SampleGrades {
    private SampleGrades() {}

    /** Half right: 3 of 4 points for one requirement, and 0 of 2 for another. */
    static GradedSubmission partlyRight() {
        return new GradedSubmission(
                "ada",
                "key",
                List.of(
                        new Judgement(
                                "FCNET-1a",
                                "Probabilities",
                                3,
                                4,
                                Verdict.WRONG,
                                List.of(
                                        new Mark("toy data", 3, 3, Verdict.RIGHT, List.of(), List.of()),
                                        new Mark(
                                                "large scores",
                                                0,
                                                1,
                                                Verdict.WRONG,
                                                List.of("largest difference: NaN, expected ≤ 1e-8."),
                                                List.of("the exponentials overflow"))),
                                List.of("The class TwoLayerNet was found in net.py, line 3."),
                                List.of("Code was run in a container.")),
                        new Judgement(
                                "FCNET-1b",
                                "Loss",
                                0,
                                2,
                                Verdict.EXCEPTION,
                                List.of(new Mark(
                                        "",
                                        0,
                                        2,
                                        Verdict.EXCEPTION,
                                        List.of("exception: ValueError: <b>*no*</b>\n# shape"),
                                        List.of())),
                                List.of(),
                                List.of("Code was run in a container."))),
                OpenAnswers.none(),
                List.of(new Score("test accuracy", .75)),
                12.5,
                "");
    }

    /** An answer that a person gave no points for. */
    static GradedSubmission wrongAnswer() {
        Mark mark = new Mark("marked by a person", 0, 5, Verdict.WRONG, List.of("no numbers"), List.of());
        return new GradedSubmission(
                "cleo",
                "key",
                List.of(new Judgement("FCNET-4c", "Depth", 0, 5, Verdict.WRONG, List.of(mark), List.of(), List.of())),
                OpenAnswers.none(),
                List.of(),
                1,
                "");
    }

    /** A folder without the file that a requirement of two criteria is about. */
    static GradedSubmission withNothing() {
        List<String> reasons = List.of("No file has it.");
        return new GradedSubmission(
                "eve",
                "key",
                List.of(new Judgement(
                        "FCNET-1a",
                        "Probabilities",
                        0,
                        4,
                        Verdict.NOT_FOUND,
                        List.of(
                                new Mark("toy data", 0, 3, Verdict.NOT_FOUND, reasons, List.of()),
                                new Mark("large scores", 0, 1, Verdict.NOT_FOUND, reasons, List.of())),
                        List.of(),
                        List.of())),
                OpenAnswers.none(),
                List.of(),
                3,
                "");
    }

    /** With a requirement that could not be graded. */
    static GradedSubmission partlyGraded() {
        return new GradedSubmission(
                "=bob",
                "key",
                List.of(new Judgement(
                        "FCNET-1a",
                        "Probabilities",
                        0,
                        4,
                        Verdict.NOT_GRADED,
                        List.of(new Mark("", 0, 4, Verdict.NOT_GRADED, List.of("no daemon answers"), List.of())),
                        List.of(),
                        List.of())),
                OpenAnswers.none(),
                List.of(),
                3,
                "");
    }

    /** Right, with an answer that nobody has given points for. */
    static GradedSubmission withAnOpenAnswer() {
        return new GradedSubmission(
                "dan",
                "key",
                List.of(new Judgement(
                        "FCNET-1b",
                        "Loss",
                        4,
                        4,
                        Verdict.RIGHT,
                        List.of(new Mark("", 4, 4, Verdict.RIGHT, List.of(), List.of())),
                        List.of(),
                        List.of())),
                new OpenAnswers(
                        List.of(new OpenAnswers.Answer("FCNET-2a", "Derivatives", 6)),
                        List.of("The heading \"2\" may mean FCNET-2a, ANN-2.")),
                List.of(),
                3,
                "");
    }

    /** Whose process ended. */
    static GradedSubmission failed() {
        return new GradedSubmission(
                "cy",
                "key",
                List.of(),
                OpenAnswers.none(),
                List.of(),
                1,
                "its process ended with exit status 134; see log.txt");
    }
}
