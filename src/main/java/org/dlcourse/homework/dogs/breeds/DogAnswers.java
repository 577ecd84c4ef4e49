package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.ChanceLevel;
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

    String outcome(Repeats repeats) {
        Run run = repeats.runs().get(0);
        double test = run.result().testAccuracy();
        double loss = run.result().curves().finalMean(Curve.TRAINING_SET_LOSS, 1);
        return String.format(
                Locale.ROOT,
                "Training ended %s. On the test set %.3f of the images are classified right, which is %s: always naming the most"
                        + " frequent of the %d breeds is right for %.3f, and guessing stays below %.3f. The training loss ends at"
                        + " %.3f, where equal probabilities would have %.3f.",
                EarlyStopping.of(run).ending(),
                test,
                test > chance() ? "above chance" : "not above chance",
                classes(),
                ChanceLevel.mostFrequent(result.images().data().test().labels()),
                chance(),
                loss,
                Math.log(classes()));
    }

    private int classes() {
        return result.images().data().test().classes();
    }

    String interaction(Repeats repeats) {
        LearningCurves curves = repeats.runs().get(0).result().curves();
        double[] validationLosses = curves.of(Curve.VALIDATION_LOSS);
        double[] accuracies = curves.of(Curve.VALIDATION_ACCURACY);
        int best = 0;
        for (int i = 1; i < validationLosses.length; i++) {
            best = validationLosses[i] < validationLosses[best] ? i : best;
        }
        double change = accuracies[accuracies.length - 1] - accuracies[0];
        double count = result.images().data().validation().count();
        double luck = STANDARD_ERRORS
                * Math.sqrt((variance(accuracies[0]) + variance(accuracies[accuracies.length - 1])) / count);
        String text = String.format(
                Locale.ROOT,
                "From the first epoch to the last the training loss falls by %.4f, the validation loss by %.4f, and validation"
                        + " accuracy changes by %+.3f, %s (%.3f). ",
                fall(curves, Curve.TRAINING_SET_LOSS),
                fall(curves, Curve.VALIDATION_LOSS),
                change,
                Math.abs(change) > luck
                        ? "more than three standard errors of its images"
                        : "within three standard errors of its images",
                luck);
        text +=
                "The loss moves smoothly and the accuracy in steps: an image counts only when its largest output changes. ";
        return text
                + (best == validationLosses.length - 1
                        ? "The validation loss was lowest at the end, so that nothing says the network had learnt all it can."
                        : String.format(
                                Locale.ROOT,
                                "The validation loss was lowest after epoch %d: what was learnt after that did not carry over.",
                                best + 1));
    }

    private static double variance(double accuracy) {
        return accuracy * (1 - accuracy);
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
                verdict(difference, luck));
    }

    private String verdict(double difference, double luck) {
        double better = Math.max(
                result.perceptron().testAccuracy().mean(),
                result.convolutional().testAccuracy().mean());
        if (Math.abs(difference) <= luck) {
            return "That is within luck: neither is shown to be better.";
        }
        if (better <= chance()) {
            return "That is more than luck, but neither is above chance: one names a more frequent breed.";
        }
        if (difference < 0) {
            return "The convolutional network is behind by more than luck.";
        }
        return "The convolutional network is better by more than luck"
                + (hasFewerWeights() ? ", with fewer weights." : ".");
    }

    private boolean hasFewerWeights() {
        return result.convolutional().architecture().parameterCount()
                < result.perceptron().architecture().parameterCount();
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

    /** Whether the set has as many breeds as the handout's, of which accuracies have been published. */
    boolean isOfHandout() {
        return classes() == DogWeights.BREEDS_OF_HANDOUT;
    }

    /** What guessing stays below on the test images. */
    double chance() {
        return ChanceLevel.upperEnd(result.images().data().test().labels());
    }
}
