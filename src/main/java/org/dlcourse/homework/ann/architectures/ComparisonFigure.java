package org.dlcourse.homework.ann.architectures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.ArchitectureColours;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Four plots of the comparison: loss, accuracies, and test and validation accuracy against training accuracy.
 *
 * @param result of the comparison
 */
record ComparisonFigure(ArchitectureComparison.Result result) {
    Figure figure() {
        int window = smoothingWindow();
        double highest = highestAccuracy();
        Chart loss = new Chart(
                "Training loss", "step", "cross-entropy / nats", each((repeats, colour) -> loss(repeats, colour)));
        Chart accuracy = new Chart(
                "Training and validation accuracy",
                "step",
                "accuracy",
                flat((repeats, colour) -> List.of(
                        curve(repeats, colour, Style.SOLID, Curve.TRAINING_ACCURACY),
                        curve(repeats, colour, Style.DASHED, Curve.VALIDATION_ACCURACY))));
        Chart generalisation = new Chart(
                "Test against final training accuracy",
                Axis.linear("training accuracy, whole training set", 0, highest),
                Axis.linear("test accuracy", 0, highest),
                withDiagonal(each(ComparisonFigure::points), highest),
                List.of());
        Chart validation = new Chart(
                "Validation against training accuracy",
                Axis.linear("training accuracy", 0, highest),
                Axis.linear("validation accuracy", 0, highest),
                withDiagonal(each((repeats, colour) -> validationAgainstTraining(repeats, colour)), highest),
                List.of());
        return new Figure(
                "Performance of the architectures",
                String.format(
                        Locale.ROOT,
                        "Curves are means over %s. Training loss and accuracy are those of the step's mini-batch of %d images"
                                + " before the step; every curve is a moving average over %d recorded points, one every %d"
                                + " steps (the attached data are not smoothed). Bands: from the lowest to the highest run. In"
                                + " the third plot each point is one trained network. On the dashed diagonals, the accuracy on"
                                + " other images equals the training accuracy. %s",
                        result.runCount(),
                        result.plan().batchSize(),
                        window,
                        result.plan().recording().everySteps(),
                        result.caption()),
                900,
                760,
                new Panels(2, List.of(loss, accuracy, generalisation, validation), legend()),
                result.architectures().stream().map(this::curveTable).toList());
    }

    /** A round number above all accuracies: the end of both axes of the lower plots. */
    private double highestAccuracy() {
        double highest = result.architectures().stream()
                .mapToDouble(repeats -> Math.max(
                        repeats.trainingAccuracy().mean(),
                        Arrays.stream(Series.movingAverage(
                                        repeats.meanCurves().of(Curve.TRAINING_ACCURACY), smoothingWindow()))
                                .max()
                                .orElseThrow()))
                .max()
                .orElseThrow();
        return Math.min(1, Math.ceil(10 * highest + 0.5) / 10);
    }

    private static List<Series> withDiagonal(List<Series> series, double highest) {
        double[] ends = {0, highest};
        return Stream.concat(
                        Stream.of(new Series("equal accuracy", ends, ends, Palette.NEUTRAL, Style.DASHED)),
                        series.stream())
                .toList();
    }

    private int smoothingWindow() {
        int points =
                result.architectures().get(0).runs().get(0).result().curves().steps().length;
        return Smoothing.window(points);
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < result.architectures().size(); i++) {
            entries.add(new Legend.Entry(
                    result.architectures().get(i).architecture().name(), ArchitectureColours.of(i), Style.SOLID));
        }
        entries.add(new Legend.Entry("training", Palette.NEUTRAL, Style.SOLID));
        entries.add(new Legend.Entry("validation", Palette.NEUTRAL, Style.DASHED));
        return new Legend(entries);
    }

    @FunctionalInterface
    private interface SeriesOf {
        Series of(Repeats repeats, Color colour);
    }

    @FunctionalInterface
    private interface SeriesListOf {
        List<Series> of(Repeats repeats, Color colour);
    }

    private List<Series> each(SeriesOf series) {
        return flat((repeats, colour) -> List.of(series.of(repeats, colour)));
    }

    private List<Series> flat(SeriesListOf series) {
        return IntStream.range(0, result.architectures().size())
                .boxed()
                .flatMap(i -> series.of(result.architectures().get(i), ArchitectureColours.of(i)).stream())
                .toList();
    }

    private Series loss(Repeats repeats, Color colour) {
        List<double[]> curves = repeats.runs().stream()
                .map(run -> Series.movingAverage(run.result().curves().of(Curve.TRAINING_LOSS), smoothingWindow()))
                .toList();
        return curve(repeats, colour, Style.SOLID, Curve.TRAINING_LOSS)
                .withBand(pointwise(curves, Math::min), pointwise(curves, Math::max));
    }

    private static double[] pointwise(List<double[]> curves, DoubleBinaryOperator choose) {
        return IntStream.range(0, curves.get(0).length)
                .mapToDouble(point -> curves.stream()
                        .mapToDouble(curve -> curve[point])
                        .reduce(choose)
                        .orElseThrow())
                .toArray();
    }

    private Series curve(Repeats repeats, Color colour, Style style, Curve which) {
        LearningCurves curves = repeats.meanCurves();
        double[] steps = Arrays.stream(curves.steps()).asDoubleStream().toArray();
        return new Series(repeats.architecture().name(), steps, curves.of(which), colour, style)
                .smoothed(smoothingWindow());
    }

    private Series validationAgainstTraining(Repeats repeats, Color colour) {
        LearningCurves curves = repeats.meanCurves();
        int window = smoothingWindow();
        return new Series(
                repeats.architecture().name(),
                Series.movingAverage(curves.of(Curve.TRAINING_ACCURACY), window),
                Series.movingAverage(curves.of(Curve.VALIDATION_ACCURACY), window),
                colour,
                Style.SOLID);
    }

    private static Series points(Repeats repeats, Color colour) {
        return new Series(
                repeats.architecture().name(),
                repeats.runs().stream()
                        .mapToDouble(run -> run.result().trainingAccuracy())
                        .toArray(),
                repeats.runs().stream()
                        .mapToDouble(run -> run.result().testAccuracy())
                        .toArray(),
                colour,
                Style.POINTS);
    }

    private DataTable curveTable(Repeats repeats) {
        LearningCurves curves = repeats.meanCurves();
        return DataTable.ofColumns(
                "Mean curves of " + repeats.architecture().name(),
                List.of("step", "training loss", "training accuracy", "validation accuracy"),
                List.of(
                        Arrays.stream(curves.steps()).asDoubleStream().toArray(),
                        curves.of(Curve.TRAINING_LOSS),
                        curves.of(Curve.TRAINING_ACCURACY),
                        curves.of(Curve.VALIDATION_ACCURACY)));
    }
}
