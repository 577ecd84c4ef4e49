package org.dlcourse.homework.fcnet;

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
                "Products of matrices give the probabilities of plain loops to %.1e, and in this run %.0f times as fast as a loop that"
                        + " reads the arrays element by element.",
                Math.max(comparison.fromJavaArrays(), comparison.fromElementByElement()),
                comparison.timesFaster()));
        evidence.answer(
                "Why is there no loop over samples?",
                new Formula("Z = X W + b, \\qquad X: [N, D], \\quad W: [D, H]"),
                "One matrix product replaces loops over samples, units and inputs that handle one number at a time. The library"
                        + " computes it in blocks that fit the processor's caches, with several numbers per instruction. The"
                        + " speed in this run (shortest of five times each, 200 samples at once against 3 in the loop, per sample) is"
                        + " information and has no bound, since a test on a busy machine would fail; the requirement's factor of 50 is"
                        + " proved by a benchmark (bench/run VectorisedForward), whose measurements are in the project's docs, in"
                        + " results.md.");
    }

    void check(Evidence evidence) {
        evidence.check(
                "largest relative difference from plain loops, 3072-50-10 network, batch of 200",
                comparison.fromJavaArrays(),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "sums of 3,072 products in another order: about sqrt(3,072) roundings of 1.1e-16 of the sum of absolute values,"
                        + " 8, if their signs are random: 5e-14, in 50 units");
        evidence.check(
                "the same for loops that read element by element, first 3 samples",
                comparison.fromElementByElement(),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "as above");
    }
}
