package org.dlcourse.homework.ann.activations;

import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on gradients in deep networks and on unscaled inputs.
 *
 * @param activations result of the comparison of activation functions
 * @param ranges result of the comparison of input ranges
 */
record VanishingGradientPage(ActivationComparison.Result activations, InputRangeComparison.Result ranges) {
    void show(Evidence evidence) {
        InputRangeAnswers rangeAnswers = new InputRangeAnswers(ranges);
        evidence.conclusion(new GradientAnswers(activations).summary() + " " + rangeAnswers.summary());
        evidence.data(activations.data().description());
        evidence.data(ranges.scaled().description());
        evidence.data(ranges.unscaled().description());
        evidence.answer(
                "Question 1: How do gradients behave, and what happens when depth increases?",
                new GradientAnswers(activations).gradients());
        evidence.answer(
                "Question 2: Why does that happen?",
                new Formula(
                        "\\frac{\\partial L}{\\partial W_1} = \\left( \\prod_{k=2}^{K} \\sigma'(z_{k-1}) \\odot W_k^{T}"
                                + " \\right) \\frac{\\partial L}{\\partial z_K} \\; x^{T}, \\qquad \\sigma' = \\sigma (1 - \\sigma) \\le"
                                + " \\frac{1}{4}"),
                new VanishingGradientAnswers(activations).why());
        evidence.answer(
                "Question 3: Bonus: what happens with inputs from 0 to 255 instead of 0 to 1?", rangeAnswers.bonus());
        evidence.figure(new ActivationFigure(activations).figure());
        evidence.figure(new InputRangeFigure(ranges).figure());
        evidence.table(rangeAnswers.table());
        evidence.table(new ActivationTable(activations).table());
    }

    void check(Evidence evidence) {
        evidence.check(
                "pairs of networks, over all repeats, whose gradient is not smaller with more sigmoids",
                new GradientAnswers(activations).notDecreasing(ActivationComparison.Pair::sigmoid),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "each sigmoid contributes a factor of at most 1/4; mlp_1 and mlp_2 have one each and are not compared with each other");
        for (InputRangeComparison.Pair pair : ranges.pairs()) {
            ranges.saturations(pair).check(evidence);
            ranges.finalLosses(pair).check(evidence);
        }
    }
}
