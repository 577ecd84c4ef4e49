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
 * Answers on the training of the networks on dog breeds, composed from the results.
 *
 * @param result both trained networks
 */
record DogAnswers(DogNetworks.Result result) {
    /** The number of standard errors that a difference must exceed. */
    private static final double STANDARD_ERRORS = 3;

    String outcome(Repeats repeats) {
        Run run = repeats.runs().get(0);
        double test = run.result().testAccuracy();
        double loss = run.result().curves().finalMean(Curve.TRAINING_SET_LOSS, 1);
        return String.format(
                Locale.ROOT,
                "Training ended %s. The test accuracy is %.3f, which is %s: always predicting the most frequent of the"
                        + " %d breeds gives %.3f, and guessing stays below %.3f. The final training loss is %.3f; equal"
                        + " probabilities for all breeds give %.3f.",
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
        int lowest = 0;
        for (int i = 1; i < validationLosses.length; i++) {
            lowest = validationLosses[i] < validationLosses[lowest] ? i : lowest;
        }
        double change = accuracies[accuracies.length - 1] - accuracies[0];
        double count = result.images().data().validation().count();
        double threshold = STANDARD_ERRORS
                * Math.sqrt((variance(accuracies[0]) + variance(accuracies[accuracies.length - 1])) / count);
        String text = String.format(
                Locale.ROOT,
                "From the first epoch to the last the training loss falls by %.4f and the validation loss by %.4f. The"
                        + " validation accuracy changes by %+.3f, %s (%.3f). ",
                fall(curves, Curve.TRAINING_SET_LOSS),
                fall(curves, Curve.VALIDATION_LOSS),
                change,
                Math.abs(change) > threshold
                        ? "more than three standard errors of the validation sample"
                        : "within three standard errors of the validation sample",
                threshold);
        text +=
                "The loss changes smoothly, but the accuracy in steps: only when another output of an image becomes the largest. ";
        return text
                + (lowest == validationLosses.length - 1
                        ? "The validation loss was lowest at the end, so that longer training may reduce it further."
                        : String.format(
                                Locale.ROOT,
                                "The validation loss was lowest after epoch %d; further training did not generalise.",
                                lowest + 1));
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
        double threshold = STANDARD_ERRORS
                * Math.sqrt((perceptron * (1 - perceptron) + convolutional * (1 - convolutional)) / count);
        double difference = convolutional - perceptron;
        return String.format(
                Locale.ROOT,
                "The test accuracy is %.3f for the fully connected and %.3f for the convolutional network. The"
                        + " difference is %+.3f on %,d images; three standard errors of the test sample are %.3f. %s",
                perceptron,
                convolutional,
                difference,
                count,
                threshold,
                verdict(difference, threshold));
    }

    private String verdict(double difference, double threshold) {
        double better = Math.max(
                result.perceptron().testAccuracy().mean(),
                result.convolutional().testAccuracy().mean());
        if (Math.abs(difference) <= threshold) {
            return "So neither network is shown to be better.";
        }
        if (better <= chance()) {
            return "The difference is larger, but neither network is above chance: one predicts a more frequent breed.";
        }
        if (difference < 0) {
            return "The convolutional network is worse by more than that.";
        }
        return "The convolutional network is better by more than that"
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

    /** Whether the data set has as many breeds as the handout's, for which accuracies have been published. */
    boolean isOfHandout() {
        return classes() == DogWeights.BREEDS_OF_HANDOUT;
    }

    /** The upper end of the accuracy of guessing on the test images. */
    double chance() {
        return ChanceLevel.upperEnd(result.images().data().test().labels());
    }
}
