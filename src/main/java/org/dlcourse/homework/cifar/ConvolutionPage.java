package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.report.Evidence;
import org.dlcourse.settings.Scale;

/**
 * CIFAR-4: two convolutions with pooling before the fully connected layers.
 *
 * @param result runs with convolutions and without
 */
record ConvolutionPage(Variations.Result result) {
    static final Variations EXPERIMENT = new Variations(List.of(Variation.BASE, Variation.LAYERS_WITH_RELU));

    void show(Evidence evidence) {
        VariationAnswers answers = new VariationAnswers(result);
        evidence.conclusion(answers.comparison(Variation.BASE, Variation.LAYERS_WITH_RELU));
        new VariationOverview("With convolutions and without", result).show(evidence);
        evidence.answer("Result", answers.accuracies(Variation.BASE));
        evidence.answer(
                "Is the network with convolutions more accurate?",
                answers.comparison(Variation.BASE, Variation.LAYERS_WITH_RELU));
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        checks.parameters(evidence, Variation.BASE, 62_006);
        checks.aboveChance(evidence, Variation.BASE);
        if (result.scale() == Scale.QUICK && result.prepared().images().origin() == Origin.REAL) {
            evidence.shownAtFullScaleOnly(String.format(
                    Locale.ROOT,
                    "%d epochs of %,d real images are too few for the convolutions to pay.",
                    result.commonEpochs(),
                    result.trainingImages()));
        }
        checks.moreAccurate(evidence, Variation.BASE, Variation.LAYERS_WITH_RELU);
    }
}
