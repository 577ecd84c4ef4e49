package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * CIFAR-8: mean squared error instead of cross-entropy.
 *
 * @param result runs with either loss
 */
record SquaredErrorPage(Variations.Result result) {
    static final Variations EXPERIMENT = new Variations(List.of(Variation.BASE, Variation.SQUARED_ERROR));

    void show(Evidence evidence) {
        new VariationOverview("Cross-entropy and mean squared error", result).show(evidence);
        evidence.answer("Result", new VariationAnswers(result).comparison(Variation.BASE, Variation.SQUARED_ERROR));
        evidence.answer(
                "Why are the two losses not comparable directly?",
                new Formula(
                        "-\\log \\tfrac{1}{10} = 2.303, \\qquad \\tfrac{1}{10} \\left( 0.9^2 + 9 \\cdot 0.1^2 \\right) = 0.09"),
                "One is the negative logarithm of a probability, the other a mean of squares over ten outputs with targets 0 and 1."
                        + " So each is divided by the loss of uniform outputs. The gradient of the mean squared error with respect to"
                        + " an output is a fifth of output minus target, that of the cross-entropy with respect to a logit is"
                        + " probability minus target: at equal learning rates the steps are smaller with the mean squared error.");
    }

    void check(Evidence evidence) {
        double[] losses = result.of(Variation.SQUARED_ERROR).curves().of(Curve.MEAN_TRAINING_LOSS);
        double last = losses[losses.length - 1];
        evidence.check(
                "mean squared error of the last epoch minus that of the first",
                last - losses[0],
                Bound.below(0),
                EvidenceKind.STATISTICAL,
                "training reduces the loss; outputs that only become uniform reduce it too");
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "mean squared error of the last epoch",
                    last,
                    Bound.below(.09),
                    EvidenceKind.ROUNDING_BOUND,
                    "the loss of uniform outputs of 0.1, the lowest without looking at the image");
            new VariationChecks(result).aboveChance(evidence, Variation.SQUARED_ERROR);
        }
    }
}
