package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;

/**
 * CIFAR-8: mean squared error instead of cross-entropy.
 *
 * @param result runs with either loss
 * @param oneHot the mean squared error as recorded and by hand
 */
record SquaredErrorPage(Variations.Result result, OneHotControl oneHot) {
    private static final double OF_UNIFORM_OUTPUTS = .09;
    private static final int CLASSES = 10;

    static final Variations EXPERIMENT = new Variations(List.of(Variation.CROSS_ENTROPY, Variation.SQUARED_ERROR));

    static SquaredErrorPage of(Variations.Result result, long seed) {
        return new SquaredErrorPage(result, OneHotControl.of(result.prepared().data(), seed));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "With the mean squared error the training loss falls in %d epochs to %.3f, %.2f of that of uniform outputs, and the test"
                        + " accuracy is %.3f; with cross-entropy it is %.3f%s.",
                result.commonEpochs(),
                result.atCommonEpochs(Variation.SQUARED_ERROR, Curve.MEAN_TRAINING_LOSS),
                result.atCommonEpochs(Variation.SQUARED_ERROR, Curve.MEAN_TRAINING_LOSS) / OF_UNIFORM_OUTPUTS,
                result.atCommonEpochs(Variation.SQUARED_ERROR, Curve.TEST_ACCURACY),
                result.atCommonEpochs(Variation.CROSS_ENTROPY, Curve.TEST_ACCURACY),
                result.seeds() == 1 ? "" : " (means over " + result.seeds() + " seeds)"));
        new VariationOverview("Cross-entropy and mean squared error", result).show(evidence);
        evidence.answer(
                "Result", new VariationAnswers(result).comparison(Variation.CROSS_ENTROPY, Variation.SQUARED_ERROR));
        evidence.answer(
                "Why are the two losses not comparable directly?",
                new Formula(
                        "-\\log \\tfrac{1}{10} = 2.303, \\qquad \\tfrac{1}{10} \\left( 0.9^2 + 9 \\cdot 0.1^2 \\right) = 0.09"),
                "One is the negative logarithm of a probability, the other a mean of squares over ten outputs with targets 0 and 1."
                        + " So each is divided by the loss of uniform outputs. The gradient of the mean squared error with respect to"
                        + " an output is a fifth of output minus target, that of the cross-entropy with respect to a logit is"
                        + " probability minus target: at equal learning rates the steps are smaller with the mean squared error.");
        evidence.erratum(
                "The loss is less with the mean squared error than with cross-entropy.",
                String.format(
                        Locale.ROOT,
                        "The two have different units: uniform outputs have a mean squared error of %.2f and a cross-entropy of %.3f."
                                + " As fractions of these the losses in epoch %d are %.2f and %.2f.",
                        OF_UNIFORM_OUTPUTS,
                        Math.log(CLASSES),
                        result.commonEpochs(),
                        result.atCommonEpochs(Variation.SQUARED_ERROR, Curve.MEAN_TRAINING_LOSS) / OF_UNIFORM_OUTPUTS,
                        result.atCommonEpochs(Variation.CROSS_ENTROPY, Curve.MEAN_TRAINING_LOSS) / Math.log(CLASSES)));
    }

    void check(Evidence evidence) {
        evidence.check(
                "relative difference of the recorded mean squared error from that by hand, with one-hot targets",
                oneHot.error(),
                Bound.atMost(1e-5),
                EvidenceKind.ROUNDING_BOUND,
                "means over thousands of squares in single precision: rounding errors of 6e-8, which partly cancel; the bound is some 170 of them");
        evidence.check(
                "control: the same with the targets of the next class",
                oneHot.errorWithOtherTargets(),
                Bound.above(1e-5),
                EvidenceKind.ROUNDING_BOUND,
                "other targets must give another loss");
        SeedSample losses = result.of(Variation.SQUARED_ERROR)
                .sample("mean squared error", result.commonEpochs(), Curve.MEAN_TRAINING_LOSS);
        evidence.keyCheck(
                "mean squared error in epoch "
                        + result.commonEpochs()
                        + (result.seeds() == 1 ? "" : ", the highest of " + result.seeds() + " seeds"),
                losses.max(),
                Bound.below(OF_UNIFORM_OUTPUTS),
                EvidenceKind.STATISTICAL,
                "the loss of uniform outputs of 0.1, the lowest of outputs that do not depend on the image");
        new VariationChecks(result).aboveChance(evidence, Variation.SQUARED_ERROR);
    }
}
