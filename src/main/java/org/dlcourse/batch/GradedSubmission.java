package org.dlcourse.batch;

import java.util.List;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;
import org.dlcourse.report.Score;

/**
 * A submission after it was graded.
 *
 * @param name of its folder
 * @param key digest of all that its judgement depends on
 * @param judgements of the requirements, in the catalogue's order; none where it could not be graded
 * @param scores for leaderboards
 * @param seconds that it took
 * @param failure why it could not be graded; empty where it was
 */
record GradedSubmission(
        String name, String key, List<Judgement> judgements, List<Score> scores, double seconds, String failure) {
    GradedSubmission {
        judgements = List.copyOf(judgements);
        scores = List.copyOf(scores);
    }

    /** One that could not be graded. */
    static GradedSubmission failed(String name, String failure) {
        return new GradedSubmission(name, "", List.of(), List.of(), 0, failure);
    }

    /** Whether each of its requirements has a judgement that says something of the submission. */
    boolean graded() {
        return failure.isEmpty() && judgements.stream().allMatch(Judgement::graded);
    }

    Points points() {
        return Points.of(judgements);
    }

    /** The points in words, or why there are none. */
    String inWords() {
        return failure.isEmpty() ? points() + " points" : "not graded: " + failure;
    }
}
