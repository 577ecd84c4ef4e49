package org.dlcourse.homework.dogs;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.Chance;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the training on dog breeds says, in words that follow from its numbers.
 *
 * @param result what was found
 */
record DogAnswers(DogNetworks.Result result) {
    /** Standard errors that a gap must exceed to be more than luck. */
    private static final double STANDARD_ERRORS = 3;

    /** Losses and accuracies before the first and after the last epoch are apart by more than this to count as learning. */
    private static final double STILL = 1e-3;

    String outcome(Repeats repeats) {
        Run run = repeats.runs().get(0);
        return String.format(
                Locale.ROOT,
                "Training ended %s. On the test set %.3f of the images are classified right (chance is %.2f).",
                DogNetworks.ending(run),
                run.result().testAccuracy(),
                1.0 / result.images().data().test().classes());
    }

    String interaction(Repeats repeats) {
        LearningCurves curves = repeats.runs().get(0).result().curves();
        double trainingFall = fall(curves, Curve.TRAINING_SET_LOSS);
        double validationFall = fall(curves, Curve.VALIDATION_LOSS);
        double accuracyRise = -fall(curves, Curve.VALIDATION_ACCURACY);
        double[] validationLosses = curves.of(Curve.VALIDATION_LOSS);
        int best = 0;
        for (int i = 1; i < validationLosses.length; i++) {
            best = validationLosses[i] < validationLosses[best] ? i : best;
        }
        String text = String.format(
                Locale.ROOT,
                "From the first epoch to the last the training loss falls by %.4f, the validation loss by %.4f, and validation"
                        + " accuracy changes by %+.3f. ",
                trainingFall,
                validationFall,
                accuracyRise);
        double luck = STANDARD_ERRORS
                * Math.sqrt(2 * .1 * .9 / result.images().data().validation().count());
        text += accuracyRise > luck
                ? "The accuracy follows the loss, in steps: an image counts only when its largest output changes. "
                : "The loss moves before the accuracy does: outputs shift without their order changing, and what the accuracy"
                        + " did is within luck. ";
        text += best == validationLosses.length - 1
                ? "The validation loss was lowest at the end: nothing says that the network had learnt all it can; with a learning"
                        + " rate of 1e-5 its steps are small and the epochs few. "
                : String.format(
                        Locale.ROOT,
                        "The validation loss was lowest after epoch %d: what was learnt after that did not carry over. ",
                        best + 1);
        return text
                + (trainingFall - validationFall > STILL
                        ? "The training loss falls faster than the validation loss: part of what is learnt is the training images"
                                + " themselves."
                        : "Both fall alike: nothing is learnt by heart yet.");
    }

    private static double fall(LearningCurves curves, Curve curve) {
        double[] values = curves.of(curve);
        return values[0] - values[values.length - 1];
    }

    String comparison() {
        double perceptron = result.perceptron().testAccuracy().mean();
        double convolutional = result.convolutional().testAccuracy().mean();
        int count = result.images().data().test().count();
        double luck = STANDARD_ERRORS
                * Math.sqrt((perceptron * (1 - perceptron) + convolutional * (1 - convolutional)) / count);
        double difference = convolutional - perceptron;
        return String.format(
                Locale.ROOT,
                "Test accuracy: %.3f fully connected, %.3f convolutional, a difference of %+.3f on %,d images, where three standard"
                        + " errors are %.3f. %s",
                perceptron,
                convolutional,
                difference,
                count,
                luck,
                Math.abs(difference) <= luck
                        ? "That is within luck. At this learning rate the convolutional network, whose weights are shared and"
                                + " fewer, is not further than the other: it is a matter of how far training came, not of what the"
                                + " network could learn."
                        : difference > 0
                                ? "The convolutional network is better by more than luck, with a twentieth of the weights."
                                : "The convolutional network is behind by more than luck: with steps this small it has not come far"
                                        + " enough for its structure to pay.");
    }

    DataTable table() {
        return new DataTable(
                "Both networks",
                List.of(
                        "Network",
                        "Parameters",
                        "Epochs",
                        "Training loss",
                        "Validation loss",
                        "Training accuracy",
                        "Validation accuracy",
                        "Test accuracy",
                        "Seconds"),
                List.of(result.perceptron(), result.convolutional()).stream()
                        .map(repeats -> {
                            Run run = repeats.runs().get(0);
                            LearningCurves curves = run.result().curves();
                            return List.<Object>of(
                                    repeats.architecture().name(),
                                    repeats.architecture().parameterCount(),
                                    curves.steps().length,
                                    curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                                    curves.finalMean(Curve.VALIDATION_LOSS, 1),
                                    run.result().trainingAccuracy(),
                                    run.result().validationAccuracy(),
                                    run.result().testAccuracy(),
                                    repeats.seconds());
                        })
                        .toList());
    }

    /** What guessing stays below on the test images. */
    double chance() {
        return Chance.upperEnd(
                result.images().data().test().classes(),
                result.images().data().test().count());
    }
}
