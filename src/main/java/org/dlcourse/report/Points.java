package org.dlcourse.report;

import java.util.Collection;
import org.dlcourse.util.DecimalNotation;

/**
 * A sum of points.
 *
 * @param earned by what was graded
 * @param maximum of all that was to be judged
 * @param notGraded requirements without a judgement of the submission, whose points are open
 */
public record Points(double earned, double maximum, int notGraded) {
    /** The sum of some judgements. */
    public static Points of(Collection<Judgement> judgements) {
        return new Points(
                judgements.stream()
                        .filter(Judgement::graded)
                        .mapToDouble(Judgement::points)
                        .sum(),
                judgements.stream().mapToDouble(Judgement::maximum).sum(),
                (int) judgements.stream().filter(one -> !one.graded()).count());
    }

    /** A number of points as it is shown everywhere: with at most two decimals. */
    public static String inWords(double points) {
        return DecimalNotation.of(Math.round(100 * points) / 100.0);
    }

    @Override
    public String toString() {
        return inWords(earned) + " of " + inWords(maximum) + (notGraded == 0 ? "" : ", " + notGraded + " not graded");
    }
}
