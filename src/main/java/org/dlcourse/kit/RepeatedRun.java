package org.dlcourse.kit;

import org.dlcourse.backend.Backend;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * What a second run with the same plan and seed must reproduce: the same bits on the CPU; on a GPU, whose threads add in the order in
 * which they finish, the same accuracy up to its standard error.
 *
 * <pre>{@code
 * RepeatedRun.ofProcess().check(evidence, "difference of the accuracies", second - first, 1000, "equal seeds");
 * }</pre>
 *
 * @param toTheBit whether the bits repeat
 */
public record RepeatedRun(boolean toTheBit) {
    /**
     * What the backend of this process reproduces.
     *
     * @return to the bit unless a GPU computes
     */
    public static RepeatedRun ofProcess() {
        return new RepeatedRun(Backend.found().repeatsToTheBit());
    }

    /**
     * Checks the difference of two accuracies: 0 where bits repeat, else within three standard errors.
     *
     * @param evidence that gets the check
     * @param what was compared
     * @param difference of the accuracies, as a fraction
     * @param examples number of examples that both were measured on
     * @param why they must be equal where bits repeat
     */
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

    /**
     * Checks a count of differing bits or numbers, which must be 0 where bits repeat; where they do not, the page says that this is
     * left out.
     *
     * @param evidence that gets the check
     * @param what was counted
     * @param differences the count
     * @param why it must be 0
     */
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
