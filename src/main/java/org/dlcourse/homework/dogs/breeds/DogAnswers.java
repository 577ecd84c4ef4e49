package org.dlcourse.homework.dogs.breeds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.Seconds;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.Architecture;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.util.DecimalNotation;

/**
 * Answers on the training of the networks on dog breeds, composed from the results.
 *
 * @param result both trained networks
 */
record DogAnswers(DogNetworks.Result result) {
    /** The number of standard errors that a difference must exceed. */
    private static final double STANDARD_ERRORS = 3;

    /** What the runs of one network show, in one sentence. */
    String conclusion(Repeats repeats) {
        SeedSample accuracies = testAccuracies(repeats);
        return String.format(
                Locale.ROOT,
                "The %s network has %s; guessing stays below %.3f.%s",
                repeats.architecture().name(),
                repeats.runs().size() == 1
                        ? "a test accuracy of " + values(accuracies) + " with one seed"
                        : "the test accuracies " + values(accuracies) + ", one for each seed",
                chance(),
                String.format(
                        Locale.ROOT,
                        " Early stopping by the validation loss ended %d of %d runs.",
                        stoppedByRule(repeats),
                        repeats.runs().size()));
    }

    /** The number of runs that ended because the validation loss fell by too little. */
    static long stoppedByRule(Repeats repeats) {
        return repeats.runs().stream()
                .filter(run -> EarlyStopping.of(run).lastIsFlat())
                .count();
    }

    /** The test accuracy of each run. */
    static SeedSample testAccuracies(Repeats repeats) {
        return SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> run.result()
                .testAccuracy());
    }

    private static String values(SeedSample sample) {
        return String.join(
                ", ",
                Arrays.stream(sample.values())
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .toList());
    }

    /** Why quick scale has another learning rate than the handout. */
    String quickScale() {
        return String.format(
                Locale.ROOT,
                "Quick scale: learning rate %s in place of 1e-5, and at most %d epochs in place of %d, because %d epochs of %,d"
                        + " steps with 1e-5 hardly change the weights. Full scale uses the handout's numbers.",
                DecimalNotation.of(DogNetworks.QUICK_LEARNING_RATE),
                result.perceptron().plan().epochs(),
                DogNetworks.MAX_EPOCHS,
                EarlyStopping.of(result.perceptron().runs().get(0)).epochs(),
                result.perceptron()
                                .plan()
                                .steps(result.images().data().training().count())
                        / result.perceptron().plan().epochs());
    }

    String outcome(Repeats repeats) {
        String endings = String.join(
                " ",
                repeats.runs().stream()
                        .map(run -> String.format(
                                Locale.ROOT,
                                "Training with seed %d ended %s.",
                                run.request().seed(),
                                EarlyStopping.of(run).ending()))
                        .toList());
        SeedSample accuracies = testAccuracies(repeats);
        return String.format(
                Locale.ROOT,
                "Training continues while the validation loss falls by at least %.4f per epoch. %s %s %s: always predicting the most frequent of the %d breeds gives %.3f, and"
                        + " guessing stays below %.3f. The mean final training loss is %.3f; equal probabilities for all"
                        + " breeds give %.3f.",
                DogNetworks.MIN_DECREASE,
                endings,
                repeats.runs().size() == 1
                        ? "The test accuracy is " + values(accuracies) + ", which is"
                        : "The test accuracies are " + values(accuracies) + ", of which the lowest is",
                accuracies.min() > chance() ? "above chance" : "not above chance",
                classes(),
                ChanceLevel.mostFrequent(result.images().data().test().labels()),
                chance(),
                SeedSample.of("", repeats.runs(), run -> run.result().curves().finalMean(Curve.TRAINING_SET_LOSS, 1))
                        .mean(),
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
                "With seed %d, from the first epoch to the last, the training loss falls by %.4f and the validation loss by %.4f. The"
                        + " validation accuracy changes by %+.3f, %s (%.3f). ",
                repeats.runs().get(0).request().seed(),
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
                                "The validation loss was lowest after epoch %d and ended %.4f higher.",
                                lowest + 1,
                                validationLosses[validationLosses.length - 1] - validationLosses[lowest]));
    }

    private static double variance(double accuracy) {
        return accuracy * (1 - accuracy);
    }

    private static double fall(LearningCurves curves, Curve curve) {
        double[] values = curves.of(curve);
        return values[0] - values[values.length - 1];
    }

    String comparison() {
        double perceptron = testAccuracies(result.perceptron()).mean();
        double convolutional = testAccuracies(result.convolutional()).mean();
        if (Math.max(perceptron, convolutional) <= chance()) {
            return String.format(
                    Locale.ROOT,
                    "Neither network is above chance: the test accuracy is %.3f for the fully connected and %.3f for the"
                            + " convolutional network, and guessing stays below %.3f.",
                    perceptron,
                    convolutional,
                    chance());
        }
        return result.perceptron().runs().size() < SeedComparison.FEWEST_SEEDS
                ? comparisonOfSingleRuns(perceptron, convolutional)
                : comparisonOverSeeds(convolutional >= perceptron);
    }

    private String comparisonOverSeeds(boolean isConvolutionalHigher) {
        SeedSample convolutional = testAccuracies(result.convolutional());
        SeedSample perceptron = testAccuracies(result.perceptron());
        SeedComparison comparison = isConvolutionalHigher
                ? new SeedComparison("test accuracy", convolutional, perceptron)
                : new SeedComparison("test accuracy", perceptron, convolutional);
        String verdict = !comparison.isShown()
                ? "So neither network is shown to be better."
                : isConvolutionalHigher
                        ? "So the convolutional network is better" + (hasFewerWeights() ? ", with fewer weights." : ".")
                        : "So the convolutional network is worse.";
        return comparison.sentence() + " " + verdict;
    }

    private String comparisonOfSingleRuns(double perceptron, double convolutional) {
        int count = result.images().data().test().count();
        double threshold = STANDARD_ERRORS * Math.sqrt((variance(perceptron) + variance(convolutional)) / count);
        double difference = convolutional - perceptron;
        return String.format(
                Locale.ROOT,
                "The test accuracy is %.3f for the fully connected and %.3f for the convolutional network, one run each. The"
                        + " difference is %+.3f on %,d images; three standard errors of the test sample are %.3f, and how much"
                        + " another seed would change it is not known. %s",
                perceptron,
                convolutional,
                difference,
                count,
                threshold,
                Math.abs(difference) <= threshold
                        ? "So neither network is shown to be better."
                        : difference < 0
                                ? "The convolutional network is worse by more than that."
                                : "The convolutional network is better by more than that"
                                        + (hasFewerWeights() ? ", with fewer weights." : "."));
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
                        "Seed",
                        "Parameters",
                        "Epochs",
                        "Training loss",
                        "Validation loss",
                        "Training accuracy",
                        "Validation accuracy",
                        "Test accuracy",
                        "Seconds"),
                result.runs().stream().map(DogAnswers::row).toList());
    }

    private static List<Object> row(Run run) {
        LearningCurves curves = run.result().curves();
        Architecture architecture = run.request().plan().architecture();
        return List.of(
                architecture.name(),
                Long.toString(run.request().seed()),
                architecture.parameterCount(),
                curves.steps().length,
                curves.finalMean(Curve.TRAINING_SET_LOSS, 1),
                curves.finalMean(Curve.VALIDATION_LOSS, 1),
                run.result().trainingAccuracy(),
                run.result().validationAccuracy(),
                run.result().testAccuracy(),
                Seconds.rounded(run.provenance().seconds()));
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
