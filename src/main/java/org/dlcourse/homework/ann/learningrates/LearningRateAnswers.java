package org.dlcourse.homework.ann.learningrates;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Series;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the constant learning rates say, worded from their numbers.
 *
 * @param result what the comparison of rates found
 */
record LearningRateAnswers(LearningRateComparison.Result result) {
    /** The handout's first question: speed. */
    String speed() {
        double level = finalLoss(slowest());
        String reached = IntStream.range(0, result.constant().size() - 1)
                .mapToObj(i -> {
                    OptionalInt step = firstStepBelow(result.constant().get(i).meanCurves(), level);
                    return "rate " + LearningRateComparison.RATES.get(i)
                            + (step.isPresent()
                                    ? " after " + String.format(Locale.ROOT, "%,d", step.getAsInt())
                                    : " never");
                })
                .collect(Collectors.joining(", "));
        LearningCurves slow = slowest().meanCurves();
        return String.format(
                Locale.ROOT,
                "A step is the gradient times the rate, so as long as steps do not overshoot, a larger rate goes the same way in"
                        + " fewer steps. Here rate %s ends with a training loss of %.3f after %,d steps; of the smoothed"
                        + " curves, with a point every %d steps, it is first met by %s.",
                LearningRateComparison.RATES.get(LearningRateComparison.RATES.size() - 1),
                level,
                slow.steps()[slow.steps().length - 1],
                slow.steps()[0],
                reached);
    }

    /** The handout's second question: the point where training ends. */
    String endPoint() {
        Repeats best = bestConstant();
        Repeats slowest = slowest();
        String general =
                "A small rate follows the gradient closely, but may not arrive in the time it has; a large one comes far,"
                        + " and where the valley is narrower than its steps it jumps across without reaching the floor. ";
        Repeats furthest = result.constant().stream()
                .min(Comparator.comparing(this::finalLoss))
                .orElseThrow();
        String smallest = furthest != slowest
                ? String.format(
                        Locale.ROOT,
                        "The smallest has not arrived: its training loss of %.3f is above the %.3f of rate %s.",
                        finalLoss(slowest),
                        finalLoss(furthest),
                        rate(furthest))
                : "The smallest has come as far as any.";
        return general + listed() + " Best in validation is rate " + rate(best)
                + (best == result.constant().get(0) ? ", the largest. " : ", not the largest. ") + smallest;
    }

    private String listed() {
        return "Mean validation accuracy of the last epoch: "
                + result.constant().stream()
                        .map(repeats -> rate(repeats) + " gives " + finalAccuracy(repeats))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private Repeats slowest() {
        return result.constant().get(result.constant().size() - 1);
    }

    private Repeats bestConstant() {
        return result.constant().stream()
                .max(Comparator.comparing(repeats -> finalAccuracy(repeats).mean()))
                .orElseThrow();
    }

    static double rate(Repeats repeats) {
        return repeats.plan().optimiser().learningRate();
    }

    double finalLoss(Repeats repeats) {
        return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, result.pointsOfAnEpoch()))
                .mean();
    }

    /** The mean validation accuracy of the last epoch's points. */
    MeanInterval finalAccuracy(Repeats repeats) {
        return repeats.meanOfCurves(curves -> curves.finalMean(Curve.VALIDATION_ACCURACY, result.pointsOfAnEpoch()));
    }

    private OptionalInt firstStepBelow(LearningCurves curves, double level) {
        double[] smoothed =
                Series.movingAverage(curves.of(Curve.TRAINING_LOSS), Smoothing.window(curves.steps().length));
        return IntStream.range(0, smoothed.length)
                .filter(point -> smoothed[point] <= level)
                .map(point -> curves.steps()[point])
                .findFirst();
    }

    /** One row a rate. */
    DataTable rates() {
        return new DataTable(
                "After " + slowest().plan().epochs() + " epochs; loss and validation accuracy over the last of them",
                List.of("Learning rate", "Training loss", "Validation, last epoch", "Test"),
                result.constant().stream()
                        .map(repeats -> List.<Object>of(
                                Double.toString(rate(repeats)),
                                finalLoss(repeats),
                                finalAccuracy(repeats),
                                repeats.testAccuracy()))
                        .toList());
    }
}
