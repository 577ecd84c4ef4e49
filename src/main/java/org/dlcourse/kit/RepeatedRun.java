package org.dlcourse.kit;

import org.dlcourse.backend.Backend;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * What can be asked of a training that is done again with the same plan and seed: the same bits where the CPU computes,
 * and where a GPU does, whose threads add in whatever order they finish, the same result up to chance.
 *
 * @param toTheBit whether the bits repeat
 */
public record RepeatedRun(boolean toTheBit) {
    /** What the backend of this process can be asked. */
    public static RepeatedRun ofProcess() {
        return new RepeatedRun(Backend.found().repeatsToTheBit());
    }

    /** Checks the difference of two accuracies on the same examples. */
    public void check(Evidence evidence, String what, double difference, int examples, String why) {
        evidence.check(
                what,
                difference,
                bound(examples),
                toTheBit ? EvidenceKind.EXACT : EvidenceKind.STATISTICAL,
                toTheBit
                        ? why
                        : "a GPU does not repeat bits: three standard errors, at most, of the difference of two accuracies");
    }

    /** Checks a number that is 0 where bits repeat and says nothing where they do not, so that it is left out there. */
    public void checkBits(Evidence evidence, String what, double differences, String why) {
        if (toTheBit) {
            evidence.check(what, differences, Bound.exactly(0), EvidenceKind.EXACT, why);
        } else {
            evidence.answer("Left out on a GPU", what + ": a GPU does not repeat bits.");
        }
    }

    /** The variance of one accuracy is p (1 - p) / n, at most 1 / (4 n). */
    Bound bound(int examples) {
        double band = 3 * Math.sqrt(2 * .25 / examples);
        return toTheBit ? Bound.exactly(0) : Bound.between(-band, band);
    }
}
