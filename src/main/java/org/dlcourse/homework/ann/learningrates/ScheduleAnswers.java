package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Series;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the schedule says, worded from its numbers beside those of the constant rates and of Adam.
 *
 * @param result what the comparison of rates found
 * @param adam the runs of the same architecture and data with Adam
 */
record ScheduleAnswers(LearningRateComparison.Result result, Repeats adam) {
    /** The handout's third question: whether the schedule works, and in what sense. */
    String works() {
        List<Gain> gains = gains();
        if (gains.isEmpty() && !switchedRuns().runs().isEmpty()) {
            return "It was not put to the test: the rate changed only after the run with the constant rate had ended.";
        }
        if (gains.isEmpty()) {
            return "It was not put to the test: by its rule, the validation accuracy did not stop rising early enough in "
                    + result.scheduled().plan().epochs() + " epochs, and the first rate stayed.";
        }
        PairedDifference atSwitch = new PairedDifference(
                MeanInterval.of(gains.stream().mapToDouble(Gain::atSwitch).toArray()));
        PairedDifference inTheEnd = new PairedDifference(
                MeanInterval.of(gains.stream().mapToDouble(Gain::inTheEnd).toArray()));
        return String.format(
                Locale.ROOT,
                "%s Over the %d of %d runs that switched before the constant rate's last epoch, beside the run with the same seed that keeps rate %s: in the epoch after"
                        + " the first switch the mean validation accuracy differs by %s, and at the constant run's last epoch,"
                        + " the %dth, by %s. The large rate makes the way quickly; with smaller steps the weights can then"
                        + " come down into the valley that they jumped across, and the noise of the steps shrinks. Test accuracy"
                        + " after all its %d epochs: %s.",
                verdict(atSwitch, inTheEnd),
                gains.size(),
                result.scheduled().runs().size(),
                LearningRateComparison.RATES.get(0),
                atSwitch,
                result.constant().get(0).plan().epochs(),
                inTheEnd,
                result.scheduled().plan().epochs(),
                switchedRuns().testAccuracy());
    }

    private static String verdict(PairedDifference atSwitch, PairedDifference inTheEnd) {
        if (inTheEnd.isHigher()) {
            return "Yes: when the run with the constant rate ends, the schedule is above it.";
        }
        if (!inTheEnd.isLower()) {
            return "These runs cannot tell: the schedule is neither above nor below the constant rate that it starts with, by more"
                    + " than the repeats spread.";
        }
        return atSwitch.isHigher()
                ? "Only at first: the smaller rate is ahead in the epoch after the switch, but not at the end of the constant"
                        + " rate's time; the switch came too early."
                : "Not here: the smaller rate falls behind the constant one.";
    }

    /** The handout's last question: the schedule beside Adam. */
    String besideAdam() {
        Repeats schedule = switchedRuns().runs().isEmpty() ? result.scheduled() : switchedRuns();
        Repeats others = sameSeeds(adam, schedule);
        PairedDifference difference =
                PairedDifference.of(schedule, others, run -> run.result().testAccuracy());
        String word = difference.isHigher()
                ? "the schedule ends higher"
                : difference.isLower() ? "the schedule ends lower" : "no difference beyond the spread of the repeats";
        double level = 0.95
                * Math.min(
                        schedule.validationAccuracy().mean(),
                        others.validationAccuracy().mean());
        return String.format(
                Locale.ROOT,
                "Test accuracy with the schedule %s%s, with Adam %s: %s (%s, seed by seed). The schedule saw the training set %d"
                        + " times in batches of %d, Adam %d times in batches of %d. A validation accuracy of %.3f, 95 %% of the"
                        + " lower of the two ends, %s. Adam ran with its default rate; the schedule needed a first rate, its"
                        + " successors and a rule.",
                schedule.testAccuracy(),
                schedule.runs().size() < result.scheduled().runs().size() ? " (runs that switched)" : "",
                others.testAccuracy(),
                word,
                difference,
                schedule.plan().epochs(),
                schedule.plan().batchSize(),
                others.plan().epochs(),
                others.plan().batchSize(),
                level,
                reached("the schedule", schedule, level) + ", " + reached("Adam", others, level));
    }

    /** The runs with the schedule that came to a switch: only they say something of it. */
    Repeats switchedRuns() {
        return new Repeats(
                result.scheduled().plan(),
                result.scheduled().runs().stream()
                        .filter(run -> !run.result().rateChanges().isEmpty())
                        .toList());
    }

    private static Repeats sameSeeds(Repeats repeats, Repeats others) {
        List<Long> seeds =
                others.runs().stream().map(run -> run.request().seed()).toList();
        return new Repeats(
                repeats.plan(),
                repeats.runs().stream()
                        .filter(run -> seeds.contains(run.request().seed()))
                        .toList());
    }

    private static String reached(String who, Repeats repeats, double level) {
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
                            "%s reached after %,d steps (%.1f epochs)",
                            who,
                            step,
                            (double) step / last * repeats.plan().epochs());
                })
                .findFirst()
                .orElse(who + " never reached");
    }

    /** How far a run with the schedule is ahead of its twin with the constant first rate, in validation accuracy. */
    private record Gain(double atSwitch, double inTheEnd) {}

    private List<Gain> gains() {
        List<Gain> gains = new ArrayList<>();
        int points = result.pointsOfAnEpoch();
        Repeats switched = switchedRuns();
        Repeats twins = sameSeeds(result.constant().get(0), switched);
        for (int i = 0; i < switched.runs().size(); i++) {
            LearningCurves curves = switched.runs().get(i).result().curves();
            LearningCurves constant = twins.runs().get(i).result().curves();
            int step = switched.runs().get(i).result().rateChanges().get(0).afterStep();
            int next = (int) IntStream.of(curves.steps())
                    .filter(recorded -> recorded <= step)
                    .count();
            int end = constant.steps().length;
            if (next + points <= end) {
                gains.add(new Gain(
                        ahead(curves, constant, next, next + points), ahead(curves, constant, end - points, end)));
            }
        }
        return gains;
    }

    private static double ahead(LearningCurves curves, LearningCurves constant, int from, int to) {
        return curves.mean(Curve.VALIDATION_ACCURACY, from, to) - constant.mean(Curve.VALIDATION_ACCURACY, from, to);
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
        return switchedRuns().runs().size();
    }

    /** The schedule beside the constant rates and Adam. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        result.constant()
                .forEach(repeats -> rows.add(row("SGD, constant " + LearningRateAnswers.rate(repeats), repeats)));
        rows.add(row("SGD, schedule", result.scheduled()));
        rows.add(row("Adam, defaults", adam));
        return new DataTable(
                result.architecture().name() + " by optimiser",
                List.of("Optimiser", "Epochs", "Batch", "Training", "Validation, after training", "Test"),
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
