package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.report.Evidence;

/**
 * CIFAR-2: a single fully connected layer.
 *
 * @param result its runs at two learning rates, and that of the tutorial network
 */
record SingleLayerPage(Variations.Result result) {
    static final Variations EXPERIMENT =
            new Variations(List.of(Variation.SINGLE_LAYER, Variation.SINGLE_LAYER_LOWER_RATE, Variation.BASE));

    void show(Evidence evidence) {
        VariationAnswers answers = new VariationAnswers(result);
        evidence.conclusion(String.format(
                Locale.ROOT,
                "A single layer has %,d parameters. %s",
                result.of(Variation.SINGLE_LAYER).plan().architecture().parameterCount(),
                answers.comparison(Variation.BASE, Variation.SINGLE_LAYER_LOWER_RATE)));
        new VariationOverview("A single layer and the tutorial network", result).show(evidence);
        evidence.answer(
                "How many parameters are there?",
                "3 x 32 x 32 x 10 weights and 10 biases: 30,730. Every pixel has a weight of its own for every class.");
        evidence.answer(
                "Result",
                answers.accuracies(Variation.SINGLE_LAYER) + " "
                        + answers.accuracies(Variation.SINGLE_LAYER_LOWER_RATE));
        evidence.answer(
                "Does the larger learning rate suit a single layer?", new SingleLayerAnswer(result).learningRates());
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        for (Variation variation : List.of(Variation.SINGLE_LAYER, Variation.SINGLE_LAYER_LOWER_RATE)) {
            checks.parameters(evidence, variation, 30_730);
            checks.aboveChance(evidence, variation);
        }
        checks.moreAccurate(evidence, Variation.BASE, Variation.SINGLE_LAYER_LOWER_RATE);
        checks.accuracyAtFullScale(evidence, Variation.SINGLE_LAYER_LOWER_RATE, .36, .42);
    }
}
