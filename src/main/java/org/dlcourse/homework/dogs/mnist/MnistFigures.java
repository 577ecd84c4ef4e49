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
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Time, loss and accuracy by the size of the training set.
 *
 * @param result what was found
 */
record MnistFigures(MnistBySize.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.SKY_BLUE, Palette.BLUE);

    Figure time() {
        TimeFit fit = result.time();
        double[] points = result.sizes().stream().mapToDouble(Size::images).toArray();
        List<double[]> runs = runs(run -> run.provenance().seconds());
        return new Figure(
                "Training time by size",
                String.format(
                        Locale.ROOT,
                        "Wall time of each run of %d epochs and the line through the means: %s. Right: the same line up to MNIST's"
                                + " %,d images, where it says %.1f s = %.4f h. On %s with %d network%s at a time%s. %s",
                        result.epochs(),
                        fit,
                        MnistBySize.WHOLE,
                        fit.at(MnistBySize.WHOLE),
                        fit.hoursAt(MnistBySize.WHOLE),
                        anyRun().provenance().machine().processor(),
                        atATime(),
                        atATime() == 1 ? "" : "s",
                        atATime() == 1 ? "" : "; a run that is left alone on the machine is faster",
                        circumstances()),
                900,
                400,
                new Panels(
                        2,
                        List.of(
                                timeChart("Measured", fit, points[points.length - 1], runs),
                                timeChart("Extrapolated", fit, MnistBySize.WHOLE, runs)),
                        new Legend(List.of(
                                new Legend.Entry("a run", Palette.BLUE, Style.POINTS),
                                new Legend.Entry("fitted line", Palette.NEUTRAL, Style.DASHED)))),
                List.of(DataTable.ofColumns(
                        "Time of every run",
                        List.of("training images", "seconds"),
                        List.of(runs.get(0), runs.get(1)))));
    }

    private static Chart timeChart(String title, TimeFit fit, double last, List<double[]> runs) {
        double[] ends = {0, last};
        return new Chart(
                title,
                Axis.linear("training images", 0, 1.05 * last),
                Axis.linear("time / s", 0, 1.1 * Math.max(fit.at(last), max(runs.get(1)))),
                List.of(
                        new Series(
                                "fitted line",
                                ends,
                                new double[] {fit.at(0), fit.at(last)},
                                Palette.NEUTRAL,
                                Style.DASHED),
                        new Series("a run", runs.get(0), runs.get(1), Palette.BLUE, Style.POINTS)),
                List.of());
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
                "Loss of every epoch",
                "Mean cross-entropy over an epoch's examples, before the step that each took part in. "
                        + circumstances(),
                620,
                380,
                new Panels(
                        1,
                        List.of(new Chart("Training loss", Axis.linear("epoch"), lossAxis(series), series, List.of())),
                        new Legend(legend)),
                tables);
    }

    /** Losses that fall by decades are seen on a logarithmic axis only. */
    private static Axis lossAxis(List<Series> series) {
        String label = "cross-entropy / nats";
        double lowest = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.y()))
                .min()
                .orElseThrow();
        return lowest < 0.1
                ? Axis.logarithmic(label, Math.pow(10, Math.floor(Math.log10(lowest))), 3)
                : Axis.linear(label);
    }

    Figure accuracy() {
        List<double[]> runs = runs(run -> run.result().testAccuracy());
        double[] sizes = result.sizes().stream().mapToDouble(Size::images).toArray();
        double[] means = result.sizes().stream()
                .mapToDouble(size -> size.repeats().testAccuracy().mean())
                .toArray();
        return new Figure(
                "Test accuracy by size",
                String.format(
                        Locale.ROOT,
                        "Each point is one trained network on the same %,d test images; the line goes through the means. %s",
                        result.largest().data().test().count(),
                        circumstances()),
                620,
                380,
                new Panels(
                        1,
                        List.of(new Chart(
                                "Test accuracy",
                                "training images",
                                "accuracy",
                                List.of(
                                        new Series("mean", sizes, means, Palette.GREEN, Style.SOLID),
                                        new Series("a run", runs.get(0), runs.get(1), Palette.GREEN, Style.POINTS)))),
                        new Legend(List.of(
                                new Legend.Entry("a run", Palette.GREEN, Style.POINTS),
                                new Legend.Entry("mean", Palette.GREEN, Style.SOLID)))),
                List.of(table()));
    }

    DataTable table() {
        return new DataTable(
                "By size of the training set",
                List.of("Training images", "Steps", "Seconds", "Last loss", "Training accuracy", "Test accuracy"),
                result.sizes().stream()
                        .map(size -> List.<Object>of(
                                size.images(),
                                size.repeats().plan().steps(size.images()),
                                MeanInterval.of(size.repeats().runs().stream()
                                        .mapToDouble(run -> run.provenance().seconds())
                                        .toArray()),
                                size.repeats().meanCurves().finalMean(Curve.MEAN_TRAINING_LOSS, 1),
                                size.repeats().trainingAccuracy(),
                                size.repeats().testAccuracy()))
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

    private int atATime() {
        return Math.min(
                anyRun().provenance().workers(),
                result.largest().repeats().runs().size());
    }

    private Run anyRun() {
        return result.largest().repeats().runs().get(0);
    }

    private String circumstances() {
        return String.format(
                Locale.ROOT,
                "The largest of the four training sets: %s",
                new RunCaption(
                                result.scale(),
                                result.largest().data(),
                                result.largest().repeats().runs())
                        .text());
    }
}
