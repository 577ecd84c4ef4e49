package org.dlcourse.homework.ann.learningrates;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.LearningRateChange;

/**
 * The validation accuracy of one run with the schedule, with epoch means and switches, and of the run that keeps the first
 * learning rate.
 *
 * @param result of the comparison of learning rates
 */
record ScheduleFigure(LearningRateComparison.Result result) {
    private static final Color CONSTANT = new Color(0xB0B7BF);

    Figure figure() {
        Run run = shown();
        LearningCurves curves = run.result().curves();
        LearningCurves constant = result.constant().get(0).runs().stream()
                .filter(other -> other.request().seed() == run.request().seed())
                .findFirst()
                .orElseThrow()
                .result()
                .curves();
        List<Series> series = new ArrayList<>();
        List<LearningRateChange> changes = run.result().rateChanges();
        series.add(afterTheSwitch(constant, changes));
        List<Legend.Entry> legend = new ArrayList<>();
        for (int stage = 0; stage <= changes.size(); stage++) {
            Color colour = LearningRateFigure.COLOURS.get(stage);
            series.add(stage(curves, changes, stage, colour));
            legend.add(new Legend.Entry(
                    "learning rate " + LearningRateComparison.LEARNING_RATES.get(stage), colour, Style.SOLID));
        }
        series.add(epochMeans(curves));
        legend.add(new Legend.Entry("epoch mean, used by the rule", Palette.NEUTRAL, Style.POINTS));
        legend.add(new Legend.Entry(
                "constant learning rate " + LearningRateComparison.LEARNING_RATES.get(0), CONSTANT, Style.SOLID));
        List<Marker> markers = changes.stream()
                .map(change -> Marker.atX(change.afterStep(), "to " + change.rate()))
                .toList();
        Chart chart = new Chart(
                "Validation accuracy of " + result.architecture().name() + ", seed "
                        + run.request().seed(),
                Axis.linear("step"),
                Axis.linear("accuracy"),
                series,
                markers);
        return new Figure(
                "Validation accuracy with the schedule",
                String.format(
                        Locale.ROOT,
                        "Left: %s, seed %d: moving averages over %d recorded points, and the mean of each epoch, drawn in the"
                                + " middle of the epoch. The learning rate changes after %d epochs in a row whose mean is less than"
                                + " %s above the last epoch that was a rise. The weights stay as they are. The run with the constant"
                                + " learning rate is drawn from the first switch on; before it, both runs are the same"
                                + " training.%s %s",
                        result.switchedRuns().runs().isEmpty() ? "the first run" : "the first run that switched",
                        run.request().seed(),
                        window(),
                        result.plateauRule().patience(),
                        result.plateauRule().leastRise(),
                        result.switchedRuns().runs().isEmpty()
                                ? ""
                                : " Right: the mean over all "
                                        + result.switchedRuns().runs().size()
                                        + " runs that switched (blue: learning rate 0.01, later 0.001), each counted from its own first switch, in a band from the lowest"
                                        + " to the highest run.",
                        result.captionOfSchedule()),
                1_000,
                430,
                panels(chart, legend),
                List.of(LearningRateFigure.table(
                        "Curves with the schedule, seed " + run.request().seed(), curves)));
    }

    private Panels panels(Chart oneRun, List<Legend.Entry> legend) {
        return result.switchedRuns().runs().isEmpty()
                ? new Panels(1, List.of(oneRun), new Legend(legend))
                : new Panels(
                        2,
                        List.of(
                                oneRun,
                                new AlignedSwitches(result, window())
                                        .chart(LearningRateFigure.COLOURS.get(0), Palette.BLUE, CONSTANT)),
                        new Legend(legend));
    }

    /** The curve with the constant learning rate from the first switch on; before it, both curves are equal. */
    private Series afterTheSwitch(LearningCurves constant, List<LearningRateChange> changes) {
        int from = changes.isEmpty() ? 0 : changes.get(0).afterStep();
        return between(constant, from, Integer.MAX_VALUE, CONSTANT);
    }

    /** The first run that switched, or the first run if none did. */
    private Run shown() {
        return result.scheduled().runs().stream()
                .filter(run -> !run.result().rateChanges().isEmpty())
                .findFirst()
                .orElse(result.scheduled().runs().get(0));
    }

    private int window() {
        return Smoothing.window(result.scheduled().meanCurves().steps().length);
    }

    /** The points from one switch to the next, smoothed separately. */
    private Series stage(LearningCurves curves, List<LearningRateChange> changes, int stage, Color colour) {
        int from = stage == 0 ? 0 : changes.get(stage - 1).afterStep();
        int to =
                stage == changes.size() ? Integer.MAX_VALUE : changes.get(stage).afterStep();
        return between(curves, from, to, colour);
    }

    private Series between(LearningCurves curves, int from, int to, Color colour) {
        int[] points = IntStream.range(0, curves.steps().length)
                .filter(point -> curves.steps()[point] > from && curves.steps()[point] <= to)
                .toArray();
        double[] accuracies = IntStream.of(points)
                .mapToDouble(point -> curves.of(Curve.VALIDATION_ACCURACY)[point])
                .toArray();
        return new Series(
                        "accuracy",
                        IntStream.of(points)
                                .mapToDouble(point -> curves.steps()[point])
                                .toArray(),
                        accuracies,
                        colour,
                        Style.SOLID)
                .smoothed(window());
    }

    private Series epochMeans(LearningCurves curves) {
        int points = result.pointsPerEpoch();
        int epochs = curves.steps().length / points;
        return new Series(
                "epochs",
                IntStream.range(0, epochs)
                        .mapToDouble(epoch ->
                                (curves.steps()[epoch * points] + curves.steps()[(epoch + 1) * points - 1]) / 2.0)
                        .toArray(),
                IntStream.range(0, epochs)
                        .mapToDouble(
                                epoch -> curves.mean(Curve.VALIDATION_ACCURACY, epoch * points, (epoch + 1) * points))
                        .toArray(),
                Palette.NEUTRAL,
                Style.SMALL_POINTS);
    }

    /** The switches of each run. */
    DataTable switches() {
        List<List<Object>> rows = new ArrayList<>();
        int stepsPerEpoch = result.scheduled()
                .plan()
                .batchesPerEpoch(result.data().training().count());
        for (Run run : result.scheduled().runs()) {
            for (LearningRateChange change : run.result().rateChanges()) {
                rows.add(List.of(
                        Long.toString(run.request().seed()),
                        change.afterStep() / stepsPerEpoch,
                        change.afterStep(),
                        Double.toString(change.rate())));
            }
        }
        return new DataTable(
                "Switches of the learning rate",
                List.of("Seed", "After epoch", "After step", "New learning rate"),
                rows);
    }
}
