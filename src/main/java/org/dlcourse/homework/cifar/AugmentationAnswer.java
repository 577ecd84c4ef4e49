package org.dlcourse.homework.cifar;

import java.util.Locale;
import org.dlcourse.training.Curve;

/**
 * Whether augmentation reduces overfitting, in sentences that follow from the gaps between training and test accuracy.
 *
 * @param result runs with augmentation and without
 */
record AugmentationAnswer(Variations.Result result) {
    private static final double STANDARD_ERRORS = 3;

    String gaps() {
        return String.format(
                Locale.ROOT,
                "After %d epochs training accuracy exceeds test accuracy by %.3f without augmentation and by %.3f with it%s; the test"
                        + " accuracy is %.3f without and %.3f with it.",
                result.commonEpochs(),
                result.gap(Variation.NOT_AUGMENTED),
                result.gap(Variation.AUGMENTED),
                result.seeds() == 1 ? "" : " (means over " + result.seeds() + " seeds)",
                result.atCommonEpochs(Variation.NOT_AUGMENTED, Curve.TEST_ACCURACY),
                result.atCommonEpochs(Variation.AUGMENTED, Curve.TEST_ACCURACY));
    }

    String overfitting() {
        return String.format(
                Locale.ROOT,
                "Training accuracy, on the unchanged images, exceeds test accuracy by %.3f without augmentation and by %.3f with it."
                        + " %s",
                result.gap(Variation.NOT_AUGMENTED),
                result.gap(Variation.AUGMENTED),
                conclusion());
    }

    private String conclusion() {
        if (result.gap(Variation.NOT_AUGMENTED) < standardErrors()) {
            return "Without augmentation the gap is within three standard errors of the test accuracy: after so few epochs the"
                    + " network does not overfit yet.";
        }
        if (result.learntNothing(Variation.AUGMENTED)) {
            return "With augmentation the network has learnt nothing yet.";
        }
        return result.gap(Variation.AUGMENTED) < result.gap(Variation.NOT_AUGMENTED)
                ? "With augmentation an image is different in every epoch, so that the network cannot memorise it."
                : "Here augmentation does not reduce the gap.";
    }

    /** Three standard errors of the test accuracy without augmentation. */
    private double standardErrors() {
        double accuracy = result.atCommonEpochs(Variation.NOT_AUGMENTED, Curve.TEST_ACCURACY);
        return STANDARD_ERRORS * Math.sqrt(accuracy * (1 - accuracy) / result.testImages());
    }
}
