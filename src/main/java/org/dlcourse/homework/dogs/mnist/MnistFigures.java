package org.dlcourse.homework.dogs.mnist;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Figures of time, loss and accuracy against the size of the training set.
 *
 * @param result the runs on all training sets
 */
record MnistFigures(MnistBySize.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.SKY_BLUE, Palette.BLUE);

    Figure time() {
        TimeFit fit = result.time();
        double[] points = result.sizes().stream().mapToDouble(Size::images).toArray();
        List<double[]> runs = runs(run -> run.provenance().seconds());
        return new Figure(
                "Training time against the number of training images",
                String.format(
                        Locale.ROOT,
                        "Left: wall time of each run of %d epochs, and the line fitted to the runs: %s. Right: the same line"
                                + " extrapolated to MNIST's %,d images: %.1f s = %.4f h. On %s, %d network%s at a time%s. %s",
                        result.epochs(),
                        fit,
                        MnistBySize.ALL_TRAINING_IMAGES,
                        fit.at(MnistBySize.ALL_TRAINING_IMAGES),
                        fit.hoursAt(MnistBySize.ALL_TRAINING_IMAGES),
                        anyRun().provenance().machine().processor(),
                        concurrentRuns(),
                        concurrentRuns() == 1 ? "" : "s",
                        concurrentRuns() == 1 ? "" : "; a single run is faster",
                        caption()),
                900,
                400,
                new Panels(
                        2,
                        List.of(
                                timeChart("Measured", fit, points[points.length - 1], runs),
                                timeChart("Extrapolated", fit, MnistBySize.ALL_TRAINING_IMAGES, runs)),
                        new Legend(List.of(
                                new Legend.Entry("single run", Palette.BLUE, Style.POINTS),
                                new Legend.Entry("fitted line", Palette.NEUTRAL, Style.DASHED),
                                new Legend.Entry("95 % interval of the slope", Palette.SKY_BLUE, Style.DASHED)))),
                List.of(DataTable.ofColumns(
                        "Time of each run", List.of("training images", "seconds"), List.of(runs.get(0), runs.get(1)))));
    }

    private static Chart timeChart(String title, TimeFit fit, double last, List<double[]> runs) {
        double[] ends = {0, last};
        return new Chart(
                title,
                Axis.linear("training images", 0, 1.05 * last),
                Axis.linear(
                        "time / s",
                        0,
                        1.1 * Math.max(fit.at(last) + fit.halfWidth() * (last - fit.meanImages()), max(runs.get(1)))),
                List.of(
                        new Series(
                                "fitted line",
                                ends,
                                new double[] {fit.at(0), fit.at(last)},
                                Palette.NEUTRAL,
                                Style.DASHED),
                        bound(fit, last, 1),
                        bound(fit, last, -1),
                        new Series("single run", runs.get(0), runs.get(1), Palette.BLUE, Style.POINTS)),
                List.of());
    }

    /** The line with the slope at one end of its 95 % confidence interval, through the centre of the measured sizes. */
    private static Series bound(TimeFit fit, double last, int sign) {
        double[] images = {0, last};
        double slope = fit.secondsPerImage() + sign * fit.halfWidth();
        double centre = fit.meanImages();
        return new Series(
                "slope at the end of its interval",
                images,
                new double[] {fit.at(centre) - slope * centre, fit.at(centre) + slope * (last - centre)},
                Palette.SKY_BLUE,
                Style.DASHED);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    Figure losses() {
        List<Series> series = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < result.sizes().size(); i++) {
            Size size = result.sizes().get(i);
            LearningCurves curves = size.repeats().meanCurves();
            double[] losses = curves.of(Curve.MEAN_TRAINING_LOSS);
            double[] epochs =
                    IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
            String name = String.format(Locale.ROOT, "%,d images", size.images());
            series.add(new Series(name, epochs, losses, COLOURS.get(i), Style.SOLID));
            legend.add(new Legend.Entry(name, COLOURS.get(i), Style.SOLID));
            tables.add(DataTable.ofColumns(
                    "Training loss with " + name, List.of("epoch", "mean loss"), List.of(epochs, losses)));
        }
        return new Figure(
                "Training loss of each epoch",
                "Mean cross-entropy over the examples of an epoch, each computed before the step of its mini-batch. "
                        + caption(),
                620,
                300,
                new Panels(
                        1,
                        List.of(new Chart("Training loss", Axis.linear("epoch"), lossAxis(series), series, List.of())),
                        new Legend(legend)),
                tables);
    }

    /** A logarithmic axis if the losses fall below 0.1, to show decades. */
    private static Axis lossAxis(List<Series> series) {
        String label = "cross-entropy / nats";
        double lowest = series.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .min()
                .orElseThrow();
        return lowest < 0.1
                ? Axis.logarithmic(label, Math.pow(10, Math.floor(Math.log10(lowest))), 3)
                : Axis.linear(label);
    }

    Figure accuracy() {
        SeedPoints points = new SeedPoints(
                "test accuracy", result.sizes().stream().map(Size::accuracies).toList(), List.of());
        return points.figure(
                "Test accuracy against the number of training images",
                String.format(
                        Locale.ROOT,
                        "Each point is one trained network, tested on the same %,d images; the short lines are means. %s %s",
                        result.largest().data().test().count(),
                        result.scale() == Scale.FULL
                                ? "All networks are trained for equally many epochs."
                                : "All networks take as many steps as the largest training set has in its epochs.",
                        caption()));
    }

    DataTable table() {
        return new DataTable(
                "Results by size of the training set (±: 95 % confidence interval of the mean)",
                List.of(
                        "Training images",
                        "Steps",
                        "Seconds",
                        "Training loss of the last epoch",
                        "Training accuracy",
                        "Test accuracy",
                        "Test accuracy with equal steps"),
                result.sizes().stream()
                        .map(size -> List.<Object>of(
                                size.images(),
                                size.repeats().plan().steps(size.images()),
                                MeanInterval.of(size.repeats().runs().stream()
                                        .mapToDouble(run -> run.provenance().seconds())
                                        .toArray()),
                                size.repeats().meanCurves().finalMean(Curve.MEAN_TRAINING_LOSS, 1),
                                size.repeats().trainingAccuracy(),
                                size.repeats().testAccuracy(),
                                size.equalSteps().testAccuracy()))
                        .toList());
    }

    private List<double[]> runs(ToDoubleFunction<Run> value) {
        List<double[]> points = new ArrayList<>();
        for (Size size : result.sizes()) {
            for (Run run : size.repeats().runs()) {
                points.add(new double[] {size.images(), value.applyAsDouble(run)});
            }
        }
        return List.of(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private int concurrentRuns() {
        return Math.min(
                anyRun().provenance().workers(),
                result.largest().repeats().runs().size());
    }

    private Run anyRun() {
        return result.largest().repeats().runs().get(0);
    }

    private String caption() {
        List<String> others = result.sizes().stream()
                .limit(result.sizes().size() - 1)
                .map(size -> String.format(Locale.ROOT, "%,d", size.images()))
                .toList();
        return String.format(
                Locale.ROOT,
                "%s These data are of the largest training set; the others have %s and %s images.",
                new RunCaption(
                                result.scale(),
                                result.largest().data(),
                                result.largest().repeats().runs())
                        .text(),
                String.join(", ", others.subList(0, others.size() - 1)),
                others.get(others.size() - 1));
    }
}
