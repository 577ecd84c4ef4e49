package org.dlcourse.batch;

import java.util.List;
import java.util.Optional;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.OpenAnswers;
import org.dlcourse.report.Points;
import org.dlcourse.report.Score;

/**
 * A submission after it was graded.
 *
 * @param name of its folder
 * @param key digest of all that its judgement depends on
 * @param judgements of the requirements, in the catalogue's order; none where it could not be graded
 * @param answers that wait for a person's points, which are in no sum
 * @param scores for leaderboards
 * @param seconds that it took
 * @param failure why it could not be graded; empty where it was
 */
record GradedSubmission(
        String name,
        String key,
        List<Judgement> judgements,
        OpenAnswers answers,
        List<Score> scores,
        double seconds,
        String failure) {
    GradedSubmission {
        judgements = List.copyOf(judgements);
        scores = List.copyOf(scores);
    }

    /** One that could not be graded. */
    static GradedSubmission failed(String name, String failure) {
        return new GradedSubmission(name, "", List.of(), OpenAnswers.none(), List.of(), 0, failure);
    }

    /** Whether each of its requirements has a judgement that says something of the submission. */
    boolean graded() {
        return failure.isEmpty() && judgements.stream().allMatch(Judgement::graded);
    }

    Points points() {
        return Points.of(judgements);
    }

    /** The judgement by a requirement, if there is one. */
    Optional<Judgement> judgement(String id) {
        return judgements.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether an answer to a requirement waits for points. */
    boolean isOpen(String id) {
        return answers.open().stream().anyMatch(answer -> answer.id().equals(id));
    }

    /** The points in words, or why there are none. */
    String inWords() {
        if (!failure.isEmpty()) {
            return "not graded: " + failure;
        }
        return points() + " points" + (answers.open().isEmpty() ? "" : "; " + answers.inWords());
    }
}
