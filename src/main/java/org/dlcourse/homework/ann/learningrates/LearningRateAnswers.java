package org.dlcourse.homework.ann.learningrates;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Answers on constant learning rates, worded from the numbers of their comparison.
 *
 * @param result of the comparison of learning rates
 */
record LearningRateAnswers(LearningRateComparison.Result result) {
    /** The page in a sentence. */
    String conclusion() {
        return String.format(
                Locale.ROOT,
                "The mean validation accuracy of the last epoch is %s; compared with that of learning rate %s, p = %s (paired t-tests,"
                        + " one-sided, over %d seeds).",
                inWords(repeats -> String.format(
                        Locale.ROOT, "%.3f", finalAccuracy(repeats).mean())),
                learningRate(smallest()),
                larger().stream()
                        .map(repeats -> accuracies(repeats).pValueInWords() + " for " + learningRate(repeats))
                        .collect(Collectors.joining(" and ")),
                smallest().runs().size());
    }

    /** A number of each learning rate, the largest first. */
    private String inWords(Function<Repeats, String> number) {
        return result.constant().stream()
                .map(repeats -> number.apply(repeats) + " with learning rate " + learningRate(repeats))
                .collect(Collectors.joining(", "));
    }

    /** The runs with all learning rates but the smallest. */
    List<Repeats> larger() {
        return result.constant().subList(0, result.constant().size() - 1);
    }

    /** The last epoch's training loss, with the smallest learning rate claimed to be higher. */
    SeedComparison losses(Repeats larger) {
        String metric = "training loss of the last epoch";
        return new SeedComparison(metric, sample(smallest(), Curve.TRAINING_LOSS), sample(larger, Curve.TRAINING_LOSS));
    }

    /** The last epoch's validation accuracy, with the larger learning rate claimed to be higher. */
    SeedComparison accuracies(Repeats larger) {
        String metric = "validation accuracy of the last epoch";
        return new SeedComparison(
                metric, sample(larger, Curve.VALIDATION_ACCURACY), sample(smallest(), Curve.VALIDATION_ACCURACY));
    }

    private SeedSample sample(Repeats repeats, Curve curve) {
        return SeedSample.of("learning rate " + learningRate(repeats), repeats.runs(), run -> run.result()
                .curves()
                .finalMean(curve, result.pointsPerEpoch()));
    }

    /** Loss and accuracy of the last epoch, of every run. */
    Figure points() {
        SeedPoints losses = points("training loss of the last epoch / nats", Curve.TRAINING_LOSS, List.of());
        SeedPoints accuracies = points(
                "validation accuracy of the last epoch",
                Curve.VALIDATION_ACCURACY,
                List.of(Marker.atY(.1, "guessing")));
        return new Figure(
                "Every run by learning rate",
                "A point for each seed and a line at the mean. " + result.caption(),
                900,
                360,
                new Panels(2, List.of(losses.chart("Training loss"), accuracies.chart("Validation accuracy"))),
                List.of(losses.table(), accuracies.table()));
    }

    private SeedPoints points(String metric, Curve curve, List<Marker> markers) {
        return new SeedPoints(
                metric,
                result.constant().stream()
                        .map(repeats -> sample(repeats, curve))
                        .toList(),
                markers);
    }

    /** Which architecture the part is done with; the handout asks for a favourite other than mlp_1. */
    String architecture() {
        return result.architecture().name()
                + switch (result.scale()) {
                    case QUICK ->
                        ". The handout leaves the choice, except for mlp_1. At full scale it is cnn_4, the most accurate in part 3. In"
                                + " the 400 steps of a quick run, from PyTorch's initial weights, the convolutional networks do not learn"
                                + " with plain gradient descent; mlp_2 does.";
                    case FULL ->
                        ". The handout leaves the choice, except for mlp_1; cnn_4 is the most accurate in part 3, and results for it"
                                + " are published.";
                };
    }

    /** The handout's first question: speed. */
    String speed() {
        double loss = finalLoss(smallest());
        String reached = result.constant().stream()
                .limit(result.constant().size() - 1L)
                .map(repeats -> reached(repeats, loss))
                .collect(Collectors.joining(" and "));
        LearningCurves curves = smallest().meanCurves();
        return String.format(
                Locale.ROOT,
                "A step is the gradient times the learning rate, so as long as the steps do not overshoot, training covers the same"
                        + " distance in fewer steps with a larger learning rate. With learning rate %s the training loss is %.3f"
                        + " after %,d steps. In the smoothed curves, with a point every %d steps, training first reaches this loss"
                        + " %s.",
                learningRate(smallest()),
                loss,
                curves.steps()[curves.steps().length - 1],
                curves.steps()[0],
                reached);
    }

    private static String reached(Repeats repeats, double loss) {
        OptionalInt step = firstStepBelow(repeats.meanCurves(), loss);
        return (step.isPresent() ? String.format(Locale.ROOT, "after %,d steps", step.getAsInt()) : "never")
                + " with learning rate " + learningRate(repeats);
    }

    /** The handout's second question: the point where training ends. */
    String endPoint() {
        Repeats best = best();
        return "With a small learning rate, training follows the gradient closely, but may not converge in the available steps;"
                + " with a large one it progresses quickly, but oscillates across valleys of the loss that are narrower than its"
                + " steps. " + accuracies() + " Learning rate " + learningRate(best)
                + (best == result.constant().get(0) ? ", the largest," : ", not the largest,")
                + " has the best validation accuracy. " + convergence();
    }

    private String accuracies() {
        return "Mean validation accuracy of the last epoch, with its 95 % interval: "
                + inWords(repeats -> finalAccuracy(repeats).toString()) + ".";
    }

    private String convergence() {
        Repeats lowest = result.constant().stream()
                .min(Comparator.comparing(this::finalLoss))
                .orElseThrow();
        return lowest == smallest()
                ? "The smallest learning rate has the lowest training loss."
                : String.format(
                        Locale.ROOT,
                        "The smallest learning rate has not converged: its training loss of %.3f is above the %.3f of learning rate %s.",
                        finalLoss(smallest()),
                        finalLoss(lowest),
                        learningRate(lowest));
    }

    /** The runs with the smallest learning rate. */
    Repeats smallest() {
        return result.constant().get(result.constant().size() - 1);
    }

    private Repeats best() {
        return result.constant().stream()
                .max(Comparator.comparing(repeats -> finalAccuracy(repeats).mean()))
                .orElseThrow();
    }

    static double learningRate(Repeats repeats) {
        return repeats.plan().optimiser().learningRate();
    }

    /** The mean training loss of the last epoch's points. */
    double finalLoss(Repeats repeats) {
        return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, result.pointsPerEpoch()))
                .mean();
    }

    /** The mean validation accuracy of the last epoch's points. */
    MeanInterval finalAccuracy(Repeats repeats) {
        return repeats.meanOfCurves(curves -> curves.finalMean(Curve.VALIDATION_ACCURACY, result.pointsPerEpoch()));
    }

    /** The first step at which the smoothed loss is that with which the smallest learning rate ends; infinite if none is. */
    double stepsToFinalLossOfSmallest(Repeats larger) {
        OptionalInt step = firstStepBelow(larger.meanCurves(), finalLoss(smallest()));
        return step.isPresent() ? step.getAsInt() : Double.POSITIVE_INFINITY;
    }

    private static OptionalInt firstStepBelow(LearningCurves curves, double loss) {
        double[] smoothed =
                Series.movingAverage(curves.of(Curve.TRAINING_LOSS), Smoothing.window(curves.steps().length));
        return IntStream.range(0, smoothed.length)
                .filter(point -> smoothed[point] <= loss)
                .map(point -> curves.steps()[point])
                .findFirst();
    }

    /** Loss and accuracies, one row per learning rate. */
    DataTable table() {
        return new DataTable(
                "Learning rates after " + smallest().plan().epochs()
                        + " epochs (loss and validation accuracy: means over the last epoch; ±: 95 % confidence interval)",
                List.of("Learning rate", "Training loss", "Validation accuracy", "Test accuracy"),
                result.constant().stream()
                        .map(repeats -> List.<Object>of(
                                Double.toString(learningRate(repeats)),
                                finalLoss(repeats),
                                finalAccuracy(repeats),
                                repeats.testAccuracy()))
                        .toList());
    }
}
