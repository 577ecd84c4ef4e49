package org.dlcourse.homework.ann.learningrates;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.training.Curve;

/**
 * The validation accuracy around the first switch of the learning rate, over all runs that switched, beside that of the runs of the
 * same seeds that keep the first learning rate. Runs switch after different steps, so that each is counted from its own switch.
 *
 * @param result of the comparison of learning rates, with a run that switched at least
 * @param window points of the moving averages
 */
record AlignedSwitches(LearningRateComparison.Result result, int window) {
    /**
     * The chart.
     *
     * @param before colour of the curve before the switch, where both trainings are the same
     * @param after colour of the schedule's curve after the switch
     * @param constant colour of the runs that keep the learning rate
     */
    Chart chart(Color before, Color after, Color constant) {
        List<Run> switched = result.switchedRuns().runs();
        List<Run> unchanged = LearningRateComparison.sameSeeds(result.constant().get(0), result.switchedRuns())
                .runs();
        int recorded = result.scheduled().plan().recording().everySteps();
        int earlier = switched.stream().mapToInt(run -> pointsBefore(run)).min().orElseThrow();
        int later = IntStream.range(0, switched.size())
                .map(i -> unchanged.get(i).result().curves().steps().length - pointsBefore(switched.get(i)))
                .min()
                .orElseThrow();
        return new Chart(
                "All runs, from the first switch on",
                Axis.linear("steps after the first switch"),
                Axis.linear("accuracy"),
                List.of(
                        mean("before", switched, switched, -earlier, 0, recorded, before),
                        mean("constant", switched, unchanged, 0, later, recorded, constant),
                        mean("schedule", switched, switched, 0, later, recorded, after)),
                List.of(Marker.atX(0, "to " + LearningRateComparison.LEARNING_RATES.get(1))));
    }

    private static int pointsBefore(Run run) {
        int step = run.result().rateChanges().get(0).afterStep();
        return (int) IntStream.of(run.result().curves().steps())
                .filter(recorded -> recorded <= step)
                .count();
    }

    /** The mean over runs at each recorded point, counted from the switch of the run of the same seed. */
    private Series mean(String name, List<Run> switched, List<Run> runs, int from, int to, int recorded, Color colour) {
        double[] steps = IntStream.range(from, to)
                .mapToDouble(point -> (point + 1) * recorded)
                .toArray();
        Series mean = new Series(name, steps, values(switched, runs, from, to, SeedSample::mean), colour, Style.SOLID);
        return mean.withBand(
                        values(switched, runs, from, to, SeedSample::min),
                        values(switched, runs, from, to, SeedSample::max))
                .smoothed(window);
    }

    private static double[] values(
            List<Run> switched, List<Run> runs, int from, int to, ToDoubleFunction<SeedSample> summary) {
        return IntStream.range(from, to)
                .mapToObj(point -> new SeedSample(
                        "accuracy",
                        switched.stream().map(run -> run.request().seed()).toList(),
                        IntStream.range(0, runs.size())
                                .mapToDouble(i -> runs.get(i)
                                        .result()
                                        .curves()
                                        .of(Curve.VALIDATION_ACCURACY)[pointsBefore(switched.get(i)) + point])
                                .toArray()))
                .mapToDouble(summary)
                .toArray();
    }
}
