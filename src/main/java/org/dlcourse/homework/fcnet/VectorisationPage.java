package org.dlcourse.homework.fcnet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-1c: the page on vectorisation.
 *
 * @param comparison with plain loops
 */
record VectorisationPage(VectorisationComparison comparison) {
    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Matrix products give the probabilities of plain loops up to a relative difference of %.1e; in this run they were about"
                        + " %,.0f times as fast as a loop that reads the arrays element by element.",
                Math.max(comparison.fromJavaArrays(), comparison.fromElementByElement()),
                new BigDecimal(comparison.timesFaster())
                        .round(new MathContext(2))
                        .doubleValue()));
        evidence.answer(
                "Why is there no loop over samples?",
                new Formula("Z = X W + b, \\qquad X: [N, D], \\quad W: [D, H]"),
                "One matrix product replaces loops over samples, units and inputs that handle one number at a time. The library"
                        + " computes it in blocks that fit the processor's caches, with several numbers per instruction. The"
                        + " speed in this run (time per sample, the shortest of five: 200 samples at once, 3 in the loop) is shown"
                        + " without a bound, since a test on a busy machine would fail. The requirement's factor of 50 is shown by a"
                        + " benchmark (bench/run VectorisedForward); its measurements are in the project's docs/results.md.");
    }

    void check(Evidence evidence) {
        evidence.check(
                "largest relative difference from plain loops, 3072-50-10 network, batch of 200",
                comparison.fromJavaArrays(),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "sums of 3,072 products in another order: roundings with random signs add up to about sqrt(3,072) x 1.1e-16 of"
                        + " the sum of absolute values, 8, which is 5e-14 in each of 50 units");
        evidence.check(
                "the same for loops that read element by element, first 3 samples",
                comparison.fromElementByElement(),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "as above");
    }
}
