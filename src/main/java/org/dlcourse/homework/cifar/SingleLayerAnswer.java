package org.dlcourse.homework.cifar;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.dlcourse.training.Curve;

/**
 * Whether the tutorial's learning rate suits a single layer, in sentences that follow from the test accuracies of the later half
 * of the epochs.
 *
 * @param result runs of a single layer at two learning rates
 */
record SingleLayerAnswer(Variations.Result result) {
    String learningRates() {
        DoubleSummaryStatistics larger = laterAccuracies(Variation.SINGLE_LAYER);
        DoubleSummaryStatistics smaller = laterAccuracies(Variation.SINGLE_LAYER_LOWER_RATE);
        boolean isWorse = larger.getMax() < smaller.getMin();
        boolean variesMore = larger.getMax() - larger.getMin() > smaller.getMax() - smaller.getMin();
        return range(Variation.SINGLE_LAYER, larger)
                + " "
                + range(Variation.SINGLE_LAYER_LOWER_RATE, smaller)
                + " "
                + judgement(isWorse, variesMore);
    }

    private String judgement(boolean isWorse, boolean variesMore) {
        double loss = lastLoss(Variation.SINGLE_LAYER);
        double other = lastLoss(Variation.SINGLE_LAYER_LOWER_RATE);
        if (isWorse && loss < other) {
            return String.format(
                    Locale.ROOT,
                    "At the larger learning rate even the highest test accuracy is below the lowest at the smaller one, although its"
                            + " training loss ends lower (%.3f against %.3f): it fits these training images better and generalises"
                            + " worse. It overfits.",
                    loss,
                    other);
        }
        return isWorse && variesMore
                ? "At the larger learning rate even the highest accuracy is below the lowest at the smaller one, and the accuracy"
                        + " varies more: the steps overshoot. A step changes a logit in proportion to the learning rate and to the sum"
                        + " of 3,072 squared inputs, and no layer in between reduces it."
                : "These data cannot show which learning rate is better.";
    }

    private double lastLoss(Variation variation) {
        return result.of(variation).after(result.of(variation).epochs(), Curve.MEAN_TRAINING_LOSS);
    }

    private DoubleSummaryStatistics laterAccuracies(Variation variation) {
        double[] accuracies = result.of(variation).mean(Curve.TEST_ACCURACY);
        return Arrays.stream(accuracies).skip(accuracies.length / 2).summaryStatistics();
    }

    private String range(Variation variation, DoubleSummaryStatistics accuracies) {
        int epochs = result.of(variation).epochs();
        return String.format(
                Locale.ROOT,
                "%s: test accuracy between %.3f and %.3f from epoch %d to %d.",
                new VariationNames(result).atStartOfSentence(variation),
                accuracies.getMin(),
                accuracies.getMax(),
                epochs / 2 + 1,
                epochs);
    }
}
