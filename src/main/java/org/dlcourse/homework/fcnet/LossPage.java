package org.dlcourse.homework.fcnet;

import java.util.Locale;
import java.util.function.Supplier;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.Formula;
import org.dlcourse.grading.Precision;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-1b: the page on the network's loss.
 *
 * @param solution of the exercise
 * @param handout the handout's toy data
 * @param biased toy data with biases other than 0
 * @param hidden networks of other sizes, with other penalties
 * @param precision of what the solution has given so far
 */
record LossPage(
        TwoLayerNetwork solution,
        ToyData handout,
        ToyData biased,
        HiddenNetworks hidden,
        Supplier<Precision> precision) {
    private static final double EXPECTED_LOSS = 1.30378789133;
    private static final double EXPECTED_CROSS_ENTROPY = 1.2658570521;

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The loss is %.11f; it differs from the expected " + EXPECTED_LOSS + " by %.1e.",
                handout.lossOf(solution).loss(),
                Math.abs(handout.lossOf(solution).loss() - EXPECTED_LOSS)));
        evidence.answer(
                "What is the loss?",
                new Formula(
                        "J = -\\frac{1}{N} \\sum_i \\log a^{(3)}_{i y_i} + \\lambda \\left( \\sum (W^{(1)})^2 + \\sum"
                                + " (W^{(2)})^2 \\right)"),
                String.format(
                        Locale.ROOT,
                        "%.11f with λ = 0.05, of which %.10f is the cross-entropy and the rest the penalty. The penalty has no"
                                + " factor 1/2 and does not include the biases. The expected value cannot show the latter, since"
                                + " the biases of the toy data are 0; the mistakes are therefore checked with other biases.",
                        handout.lossOf(solution).loss(),
                        handout.crossEntropyOf(solution)));
        mistakes().prove(evidence, "in networks of other sizes");
    }

    private double tolerance(double exact) {
        return precision.get().tolerance(exact);
    }

    void check(Evidence evidence) {
        evidence.criterion("toy data", () -> checkToyData(evidence));
        evidence.criterion("other sizes, labels and penalties", () -> mistakes()
                .check(
                        evidence,
                        "relative difference of the losses of networks of other sizes, with other penalties",
                        solution,
                        EvidenceKind.EXACT,
                        precision.get().reason("some hundred roundings of 1.1e-16 of numbers up to the largest loss")));
    }

    private void checkOthers(Evidence evidence) {
        evidence.check(
                "absolute difference of the cross-entropy from the expected " + EXPECTED_CROSS_ENTROPY,
                Math.abs(handout.crossEntropyOf(solution) - EXPECTED_CROSS_ENTROPY),
                Bound.atMost(tolerance(1e-10)),
                EvidenceKind.EXACT,
                "the expected value has 10 decimals");
        mistakes()
                .check(
                        evidence,
                        "relative difference of the losses of networks of other sizes, with other penalties",
                        solution,
                        EvidenceKind.EXACT,
                        precision.get().reason("some hundred roundings of 1.1e-16 of numbers up to the largest loss"));
    }

    private void checkToyData(Evidence evidence) {
        evidence.check(
                "absolute difference of the loss from the expected " + EXPECTED_LOSS,
                Math.abs(handout.lossOf(solution).loss() - EXPECTED_LOSS),
                Bound.atMost(tolerance(1e-11)),
                EvidenceKind.EXACT,
                precision.get().reason("the expected value has 11 decimals"));
        evidence.check(
                "relative difference of the loss from PyTorch's, with biases other than 0",
                Math.abs(biased.lossOf(solution).loss() - biased.expected().loss())
                        / biased.expected().loss(),
                Bound.atMost(tolerance(1e-12)),
                EvidenceKind.EXACT,
                precision.get().reason("some hundred roundings of 1.1e-16 of numbers up to 4"));
    }

    private ExerciseCheck<TwoLayerNetwork> mistakes() {
        return new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofLoss(new MatrixTwoLayerNetwork()),
                hidden::lossesOf,
                hidden.losses(),
                tolerance(HiddenNetworks.TOLERANCE));
    }
}
