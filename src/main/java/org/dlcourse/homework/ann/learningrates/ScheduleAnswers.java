package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.Series;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Answers on the schedule, worded from its numbers and those of the constant learning rates and of Adam.
 *
 * @param result of the comparison of learning rates
 * @param adam runs of the same architecture and data with Adam
 */
record ScheduleAnswers(LearningRateComparison.Result result, Repeats adam) {
    /** The page in a sentence. */
    String conclusion() {
        return String.format(
                Locale.ROOT,
                "The mean test accuracy of %s is %.3f with the schedule after %d epochs (%d seeds) and %.3f with Adam after %d (%d"
                        + " seeds): %s.",
                result.architecture().name(),
                result.scheduled().testAccuracy().mean(),
                result.scheduled().plan().epochs(),
                result.scheduled().runs().size(),
                adam.testAccuracy().mean(),
                adam.plan().epochs(),
                adam.runs().size(),
                word(againstAdam()));
    }

    /** What the first switch changes, in a sentence; empty if no run switched early enough. */
    String gain() {
        return ScheduleGain.of(result)
                .map(gain -> " " + gain.afterSwitch().sentence())
                .orElse("");
    }

    /** The test accuracies with the schedule and with Adam, of the seeds that both have. */
    private SeedComparison againstAdam() {
        Repeats schedule = result.switchedRuns().runs().isEmpty() ? result.scheduled() : result.switchedRuns();
        return new SeedComparison(
                "test accuracy",
                testAccuracies("the schedule", schedule),
                testAccuracies("Adam", LearningRateComparison.sameSeeds(adam, schedule)));
    }

    /**
     * The root mean square change of the validation accuracy from one recorded point to the next, from the first switch to the end of the
     * constant run, with the constant learning rate claimed to be higher.
     *
     * @throws IllegalStateException if no run switched
     */
    SeedComparison fluctuations() {
        Repeats switched = result.switchedRuns();
        if (switched.runs().isEmpty()) {
            throw new IllegalStateException(
                    "No run switched the learning rate. Expected at least one: train for more epochs.");
        }
        Repeats constant = LearningRateComparison.sameSeeds(result.constant().get(0), switched);
        int[] first = switched.runs().stream()
                .mapToInt(run -> run.result().rateChanges().get(0).afterStep())
                .toArray();
        String metric = "root mean square change of the validation accuracy from point to point after the switch";
        return new SeedComparison(
                metric,
                fluctuation("the constant learning rate", constant, first),
                fluctuation("the schedule", switched, first));
    }

    private SeedSample fluctuation(String name, Repeats repeats, int[] first) {
        int end = result.constant().get(0).meanCurves().steps().length;
        List<Long> seeds =
                repeats.runs().stream().map(run -> run.request().seed()).toList();
        double[] values = IntStream.range(0, first.length)
                .mapToDouble(i -> fluctuation(repeats.runs().get(i).result().curves(), first[i], end))
                .toArray();
        return new SeedSample(name, seeds, values);
    }

    private static double fluctuation(LearningCurves curves, int firstStep, int end) {
        double[] accuracy = curves.of(Curve.VALIDATION_ACCURACY);
        return Math.sqrt(IntStream.range(1, end)
                .filter(point -> curves.steps()[point - 1] > firstStep)
                .mapToDouble(point -> accuracy[point] - accuracy[point - 1])
                .map(change -> change * change)
                .average()
                .orElse(Double.NaN));
    }

    /** The handout's third question: whether the schedule works, and in what sense. */
    String works() {
        Optional<ScheduleGain> gains = ScheduleGain.of(result);
        if (gains.isEmpty() && !result.switchedRuns().runs().isEmpty()) {
            return "The schedule was not tested: the learning rate changed only after the end of the run with the constant"
                    + " learning rate.";
        }
        if (gains.isEmpty()) {
            return "The schedule was not tested: by its rule, the validation accuracy did not stop rising early enough in "
                    + result.scheduled().plan().epochs() + " epochs, and the first learning rate was kept.";
        }
        ScheduleGain gain = gains.orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s %d of %d runs switched before the last epoch of the constant run; each is compared with the run of the same"
                        + " seed that keeps learning rate %s. %s %s The large learning rate makes fast progress; with smaller steps"
                        + " the weights can then reach the bottom of a valley that larger steps jump across, and the noise of the"
                        + " steps decreases. Test accuracy with the schedule after %d epochs: %s. %s",
                verdict(gain),
                gain.runs(),
                result.scheduled().runs().size(),
                LearningRateComparison.LEARNING_RATES.get(0),
                gain.afterSwitch().sentence(),
                gain.atEnd().sentence(),
                result.scheduled().plan().epochs(),
                result.switchedRuns().testAccuracy(),
                fluctuations().sentence());
    }

    private static String verdict(ScheduleGain gain) {
        if (gain.atEnd().isShown()) {
            return "Yes: at the end of the run with the constant learning rate, the schedule has the higher validation accuracy.";
        }
        if (!gain.atEnd().reversed().isShown() && gain.afterSwitch().isShown()) {
            return "Yes, at first: the validation accuracy is higher in the epoch after the switch; at the end of the run with the constant"
                    + " learning rate these seeds show no difference any more.";
        }
        if (!gain.atEnd().reversed().isShown()) {
            return "These data cannot show it: the seeds do not show a difference between the schedule and the constant learning"
                    + " rate that it starts with.";
        }
        return gain.afterSwitch().isShown()
                ? "Only at first: the validation accuracy is higher in the epoch after the switch, but lower at the end of the run"
                        + " with the constant learning rate; the switch came too early."
                : "No: the validation accuracy is lower than with the constant learning rate.";
    }

    /** The handout's last question: the schedule compared with Adam. */
    String comparisonWithAdam() {
        Repeats schedule = result.switchedRuns().runs().isEmpty() ? result.scheduled() : result.switchedRuns();
        Repeats others = LearningRateComparison.sameSeeds(adam, schedule);
        SeedComparison difference = againstAdam();
        double accuracy = 0.95
                * Math.min(
                        schedule.validationAccuracy().mean(),
                        others.validationAccuracy().mean());
        return String.format(
                Locale.ROOT,
                "Test accuracy with the schedule %s%s, with Adam %s: %s (%+.3f, paired by seed). The schedule was trained for %d"
                        + " epochs in batches of %d, Adam for %d epochs in batches of %d. A validation accuracy of %.3f, 95 %% of"
                        + " the lower of the two final values, is reached %s and %s. Adam used its default learning rate; the"
                        + " schedule needed a first learning rate, the following ones and a rule.",
                schedule.testAccuracy(),
                schedule.runs().size() < result.scheduled().runs().size() ? " (runs that switched)" : "",
                others.testAccuracy(),
                word(difference),
                difference.meanDifference(),
                schedule.plan().epochs(),
                schedule.plan().batchSize(),
                others.plan().epochs(),
                others.plan().batchSize(),
                accuracy,
                reached("by the schedule", schedule, accuracy),
                reached("by Adam", others, accuracy));
    }

    private static SeedSample testAccuracies(String name, Repeats repeats) {
        return SeedSample.of(name, repeats.runs(), run -> run.result().testAccuracy());
    }

    private static String word(SeedComparison difference) {
        if (difference.isShown()) {
            return "the schedule is better";
        }
        return difference.reversed().isShown() ? "the schedule is worse" : "the seeds do not show a difference";
    }

    private static String reached(String by, Repeats repeats, double accuracy) {
        LearningCurves curves = repeats.meanCurves();
        double[] smoothed =
                Series.movingAverage(curves.of(Curve.VALIDATION_ACCURACY), Smoothing.window(curves.steps().length));
        return IntStream.range(0, smoothed.length)
                .filter(point -> smoothed[point] >= accuracy)
                .mapToObj(point -> {
                    int step = curves.steps()[point];
                    int last = curves.steps()[curves.steps().length - 1];
                    return String.format(
                            Locale.ROOT,
                            "%s after %,d steps (%.1f epochs)",
                            by,
                            step,
                            (double) step / last * repeats.plan().epochs());
                })
                .findFirst()
                .orElse("never " + by);
    }
}
