package org.dlcourse.homework.cifar;

import java.util.Locale;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.settings.Scale;
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
                "%s, after %d epochs: training accuracy %.3f and test accuracy %.3f, with %,d parameters.",
                new VariationNames(result).atStartOfSentence(variation),
                trial.epochs(),
                trial.run().result().trainingAccuracy(),
                trial.run().result().testAccuracy(),
                trial.plan().architecture().parameterCount());
    }

    /** Two variations' test accuracies after as many epochs as both have. */
    String comparison(Variation one, Variation other) {
        int epochs = Math.min(result.of(one).epochs(), result.of(other).epochs());
        double first = result.of(one).after(epochs, Curve.TEST_ACCURACY);
        double second = result.of(other).after(epochs, Curve.TEST_ACCURACY);
        int count = result.testImages();
        double limit = STANDARD_ERRORS * Math.sqrt((first * (1 - first) + second * (1 - second)) / count);
        VariationNames names = new VariationNames(result);
        return String.format(
                Locale.ROOT,
                "Test accuracy after %d epochs: %s %.3f, %s %.3f. %s three standard errors of the difference on %,d test images"
                        + " (%.3f), for one seed.",
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

    /** Two variations' test accuracies, where the requirement states their order. */
    String order(Variation better, Variation worse) {
        return comparison(better, worse)
                + (result.scale() == Scale.FULL
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " The order that the requirement states is asserted at full scale only; here the networks were trained"
                                        + " on %,d images for %d epochs.",
                                result.trainingImages(),
                                result.commonEpochs()));
    }
}
