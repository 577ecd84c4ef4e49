package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Series;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the learning rates and the schedule say, worded from their numbers.
 *
 * @param result what the comparison of rates found
 * @param adam the runs of the same architecture with Adam, from the comparison of architectures
 */
record LearningRateAnswers(LearningRateComparison.Result result, Repeats adam) {
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
                        + " fewer steps. Here rate %s ends with a training loss of %.3f after %,d steps; that loss was reached"
                        + " by %s.",
                LearningRateComparison.RATES.get(LearningRateComparison.RATES.size() - 1),
                level,
                slow.steps()[slow.steps().length - 1],
                reached);
    }

    /** The handout's second question: the point where training ends. */
    String endPoint() {
        Repeats best = bestConstant();
        boolean largestIsBest = best == result.constant().get(0);
        return "A small rate follows the gradient closely, but may not arrive in the time it has; a large one comes far and then"
                + " keeps jumping across the valley whose floor it cannot reach. " + listed()
                + " Best in validation is rate "
                + rate(best) + (largestIsBest ? ", the largest" : ", not the largest") + "; "
                + (result.constant().indexOf(best) == result.constant().size() - 1
                        ? "the smallest is fast enough here."
                        : "the smallest has not arrived: its training loss of "
                                + String.format(
                                        Locale.ROOT,
                                        "%.3f is above the %.3f of rate %s.",
                                        finalLoss(slowest()),
                                        finalLoss(best),
                                        rate(best)));
    }

    private String listed() {
        return "Mean validation accuracy of the last epoch: "
                + result.constant().stream()
                        .map(repeats -> rate(repeats) + " gives " + finalAccuracy(repeats))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** The handout's third question: whether the schedule works, and in what sense. */
    String scheduleWorks() {
        Repeats best = bestByTest();
        double scheduled = result.scheduled().testAccuracy().mean();
        double constant = best.testAccuracy().mean();
        List<Gain> gains = gains();
        if (gains.isEmpty()) {
            return "It was not put to the test: by its rule, the validation accuracy did not stop rising early enough in "
                    + result.scheduled().plan().epochs() + " epochs, and the first rate stayed.";
        }
        double gain = gains.stream().mapToDouble(Gain::size).average().orElseThrow();
        String switched = String.format(
                Locale.ROOT,
                "At the first switch the mean validation accuracy of an epoch goes from %.3f to %.3f in the next epoch (mean"
                        + " over the %d of %d runs that switched).",
                gains.stream().mapToDouble(Gain::before).average().orElseThrow(),
                gains.stream().mapToDouble(Gain::after).average().orElseThrow(),
                gains.size(),
                result.scheduled().runs().size());
        String outcome = String.format(
                Locale.ROOT,
                " In the end the test accuracy is %s, that of the best constant rate, %s, %s (which had %d epochs, the schedule"
                        + " %d).",
                result.scheduled().testAccuracy(),
                rate(best),
                best.testAccuracy(),
                best.plan().epochs(),
                result.scheduled().plan().epochs());
        if (gain > 0 && scheduled > constant) {
            return "Yes: the large rate makes the way, the smaller one then comes down to the floor of the valley. "
                    + switched + outcome;
        }
        if (gain > 0) {
            return "In part: the smaller rate brings what it should at the switch, but the whole run does not end above the"
                    + " best constant rate. " + switched + outcome;
        }
        return "Not here: the smaller rate brings nothing at the switch. " + switched + outcome
                + (scheduled > constant
                        ? " It ends above the best constant rate all the same, with the epochs that it has more."
                        : "");
    }

    /** The handout's last question: the schedule beside Adam. */
    String besideAdam() {
        double scheduled = result.scheduled().testAccuracy().mean();
        double difference = scheduled - adam.testAccuracy().mean();
        String accuracy = String.format(
                Locale.ROOT,
                "Test accuracy with the schedule %s, with Adam %s: %s.",
                result.scheduled().testAccuracy(),
                adam.testAccuracy(),
                Math.abs(difference) < 0.005
                        ? "the same within half a percentage point"
                        : String.format(
                                Locale.ROOT,
                                "the schedule is %.1f percentage points %s",
                                100 * Math.abs(difference),
                                difference > 0 ? "better" : "worse"));
        double level = 0.95 * Math.min(scheduledEnd(), adamEnd());
        return accuracy
                + String.format(
                        Locale.ROOT,
                        " A validation accuracy of %.3f, 95 %% of the lower of the two ends, is reached by the schedule after %s"
                                + " and by Adam after %s. Adam needs no rate to be found and no switch to be chosen; the"
                                + " schedule had %d epochs, Adam %d%s.",
                        level,
                        reached(result.scheduled(), level),
                        reached(adam, level),
                        result.scheduled().plan().epochs(),
                        adam.plan().epochs(),
                        result.scheduled().plan().batchSize() == adam.plan().batchSize()
                                ? ""
                                : " in batches of " + adam.plan().batchSize() + " against "
                                        + result.scheduled().plan().batchSize());
    }

    private double scheduledEnd() {
        return result.scheduled().validationAccuracy().mean();
    }

    private double adamEnd() {
        return adam.validationAccuracy().mean();
    }

    private static String reached(Repeats repeats, double level) {
        LearningCurves curves = repeats.meanCurves();
        double[] smoothed =
                Series.movingAverage(curves.of(Curve.VALIDATION_ACCURACY), Smoothing.window(curves.steps().length));
        return IntStream.range(0, smoothed.length)
                .filter(point -> smoothed[point] >= level)
                .mapToObj(point -> {
                    int step = curves.steps()[point];
                    int last = curves.steps()[curves.steps().length - 1];
                    return String.format(
                            Locale.ROOT,
                            "%,d steps (%.1f epochs)",
                            step,
                            (double) step / last * repeats.plan().epochs());
                })
                .findFirst()
                .orElse("none of its steps");
    }

    private record Gain(double before, double after) {
        double size() {
            return after - before;
        }
    }

    /** The epochs' means around the first switch of each run that has one and goes on for an epoch. */
    private List<Gain> gains() {
        List<Gain> gains = new ArrayList<>();
        int points = result.pointsOfAnEpoch();
        for (Run run : result.scheduled().runs()) {
            if (run.result().rateChanges().isEmpty()) {
                continue;
            }
            int step = run.result().rateChanges().get(0).afterStep();
            LearningCurves curves = run.result().curves();
            int next = (int) IntStream.of(curves.steps())
                    .filter(recorded -> recorded <= step)
                    .count();
            if (next >= points && next + points <= curves.steps().length) {
                gains.add(new Gain(
                        curves.mean(Curve.VALIDATION_ACCURACY, next - points, next),
                        curves.mean(Curve.VALIDATION_ACCURACY, next, next + points)));
            }
        }
        return gains;
    }

    /** The points up to the first switch, over all repeats, that differ from those of the constant first rate. */
    int differencesBeforeTheSwitch() {
        int differences = 0;
        for (int repeat = 0; repeat < result.scheduled().runs().size(); repeat++) {
            Run scheduled = result.scheduled().runs().get(repeat);
            LearningCurves constant =
                    result.constant().get(0).runs().get(repeat).result().curves();
            LearningCurves curves = scheduled.result().curves();
            int lastStep = scheduled.result().rateChanges().isEmpty()
                    ? Integer.MAX_VALUE
                    : scheduled.result().rateChanges().get(0).afterStep();
            for (int point = 0; point < constant.steps().length && constant.steps()[point] <= lastStep; point++) {
                for (Curve curve : curves.values().keySet()) {
                    differences += curves.of(curve)[point] == constant.of(curve)[point] ? 0 : 1;
                }
            }
        }
        return differences;
    }

    /** The runs with the schedule that switched at least once. */
    long switched() {
        return result.scheduled().runs().stream()
                .filter(run -> !run.result().rateChanges().isEmpty())
                .count();
    }

    private Repeats slowest() {
        return result.constant().get(result.constant().size() - 1);
    }

    private Repeats bestConstant() {
        return result.constant().stream()
                .max(Comparator.comparing(repeats -> finalAccuracy(repeats).mean()))
                .orElseThrow();
    }

    private Repeats bestByTest() {
        return result.constant().stream()
                .max(Comparator.comparing(repeats -> repeats.testAccuracy().mean()))
                .orElseThrow();
    }

    private static double rate(Repeats repeats) {
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
                List.of("Learning rate", "Training loss", "Validation", "Test"),
                result.constant().stream()
                        .map(repeats -> List.<Object>of(
                                Double.toString(rate(repeats)),
                                finalLoss(repeats),
                                finalAccuracy(repeats),
                                repeats.testAccuracy()))
                        .toList());
    }

    /** The schedule beside the constant rates and Adam. */
    DataTable schedule() {
        List<List<Object>> rows = new ArrayList<>();
        result.constant().forEach(repeats -> rows.add(row("SGD, constant " + rate(repeats), repeats)));
        rows.add(row("SGD, schedule", result.scheduled()));
        rows.add(row("Adam, defaults", adam));
        return new DataTable(
                result.architecture().name() + " by optimiser",
                List.of("Optimiser", "Epochs", "Batch", "Training", "Validation", "Test"),
                rows);
    }

    private static List<Object> row(String name, Repeats repeats) {
        return List.of(
                name,
                repeats.plan().epochs(),
                repeats.plan().batchSize(),
                repeats.trainingAccuracy(),
                repeats.validationAccuracy(),
                repeats.testAccuracy());
    }
}
