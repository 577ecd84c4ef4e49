package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * CIFAR-4: two convolutions with pooling before the fully connected layers.
 *
 * @param result runs with convolutions and without
 */
record ConvolutionPage(Variations.Result result) {
    static final Variations EXPERIMENT = new Variations(List.of(Variation.BASE, Variation.LAYERS_WITH_RELU));

    void show(Evidence evidence) {
        VariationAnswers answers = new VariationAnswers(result);
        new VariationOverview("With convolutions and without", result).show(evidence);
        evidence.answer("Result", answers.accuracies(Variation.BASE));
        evidence.answer(
                "Is the network with convolutions more accurate?",
                answers.order(Variation.BASE, Variation.LAYERS_WITH_RELU));
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        checks.parameters(evidence, Variation.BASE, 62_006);
        checks.aboveChance(evidence, Variation.BASE);
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy minus that of the fully connected layers after as many epochs",
                    result.atCommonEpochs(Variation.BASE, Curve.TEST_ACCURACY)
                            - result.atCommonEpochs(Variation.LAYERS_WITH_RELU, Curve.TEST_ACCURACY),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's order");
        }
    }
}
