package org.dlcourse.homework.cifar;

import java.util.Locale;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.training.Curve;

/**
 * The accuracy of a variation and the comparison of two, in sentences that follow from their numbers.
 *
 * @param result their runs
 */
record VariationAnswers(Variations.Result result) {
    private static final double STANDARD_ERRORS = 3;

    /** One variation's accuracies after all its epochs. */
    String accuracies(Variation variation) {
        Trial trial = result.of(variation);
        return String.format(
                Locale.ROOT,
                "%s, after %d epochs: training accuracy %.3f and test accuracy %.3f%s, with %,d parameters.",
                new VariationNames(result).atStartOfSentence(variation),
                trial.epochs(),
                trial.after(trial.epochs(), Curve.TRAINING_SET_ACCURACY),
                trial.after(trial.epochs(), Curve.TEST_ACCURACY),
                result.seeds() == 1 ? "" : ", means over " + result.seeds() + " seeds",
                trial.plan().architecture().parameterCount());
    }

    /** Two variations' test accuracies after as many epochs as both have. */
    String comparison(Variation one, Variation other) {
        return result.seeds() < SeedComparison.FEWEST_SEEDS ? ofOneSeed(one, other) : ofSeeds(one, other);
    }

    private String ofSeeds(Variation one, Variation other) {
        boolean swapped = accuracy(one) < accuracy(other);
        Variation higher = swapped ? other : one;
        Variation lower = swapped ? one : other;
        SeedComparison comparison = new SeedComparison(
                "test accuracy after " + epochs(),
                result.sample(higher, Curve.TEST_ACCURACY),
                result.sample(lower, Curve.TEST_ACCURACY));
        return comparison.sentence() + (comparison.isShown() ? "" : " These seeds do not show that one is better.");
    }

    private String epochs() {
        return result.commonEpochs() + (result.commonEpochs() == 1 ? " epoch" : " epochs");
    }

    private double accuracy(Variation variation) {
        return result.atCommonEpochs(variation, Curve.TEST_ACCURACY);
    }

    private String ofOneSeed(Variation one, Variation other) {
        int epochs = Math.min(result.of(one).epochs(), result.of(other).epochs());
        double first = result.of(one).after(epochs, Curve.TEST_ACCURACY);
        double second = result.of(other).after(epochs, Curve.TEST_ACCURACY);
        int count = result.testImages();
        double limit = STANDARD_ERRORS * Math.sqrt((first * (1 - first) + second * (1 - second)) / count);
        VariationNames names = new VariationNames(result);
        return String.format(
                Locale.ROOT,
                "Test accuracy after %d epochs: %s %.3f, %s %.3f. %s three standard errors of the difference on %,d test images"
                        + " (%.3f), for one seed; another seed may differ by more.",
                epochs,
                names.of(one),
                first,
                names.of(other),
                second,
                Math.abs(first - second) <= limit
                        ? "The difference is within"
                        : (first > second ? "The first" : "The second") + " is higher by more than",
                count,
                limit);
    }
}
