package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
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
import org.dlcourse.homework.ann.ActivationComparison.Pair;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Loss and gradient magnitude with either activation.
 *
 * @param result what the comparison found
 */
record ActivationFigure(ActivationComparison.Result result) {
    private static final double SMALLEST_DRAWN = 1e-8;

    Figure figure() {
        List<Series> loss = new ArrayList<>();
        List<Series> gradient = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < result.pairs().size(); i++) {
            Pair pair = result.pairs().get(i);
            Color colour = ArchitectureColours.of(i);
            loss.add(series(pair.relu(), Curve.TRAINING_LOSS, colour, Style.SOLID));
            loss.add(series(pair.sigmoid(), Curve.TRAINING_LOSS, colour, Style.DASHED));
            gradient.add(series(pair.relu(), Curve.FIRST_LAYER_GRADIENT, colour, Style.SOLID));
            gradient.add(series(pair.sigmoid(), Curve.FIRST_LAYER_GRADIENT, colour, Style.DASHED));
            legend.add(new Legend.Entry(pair.architecture().name(), colour, Style.SOLID));
            tables.add(table(pair));
        }
        legend.add(new Legend.Entry("ReLU", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("sigmoid", Palette.NEUTRAL, Style.DASHED));
        Chart left = new Chart(
                "Training loss",
                Axis.linear("step"),
                Axis.linear("cross-entropy / nats"),
                loss,
                List.of(Marker.atY(Math.log(result.data().training().classes()), "ln 10: no knowledge")));
        Chart right = new Chart(
                "Gradient of the loss, first layer", Axis.linear("step"), decades(gradient), gradient, List.of());
        return new Figure(
                "ReLU and sigmoid",
                String.format(
                        Locale.ROOT,
                        "Plain gradient descent with learning rate %s. Curves are means over the repeats and moving averages"
                                + " over %d recorded points, one every %d steps (the attached data are not smoothed). The"
                                + " gradient is that of the step's batch with respect to all weights of the first layer,"
                                + " taken from the weights before and after the step; what single precision rounds to 0"
                                + " is drawn at the lower edge. %s",
                        ActivationComparison.LEARNING_RATE,
                        smoothingWindow(),
                        result.pairs().get(0).relu().plan().recording().everySteps(),
                        result.circumstances()),
                900,
                430,
                new Panels(2, List.of(left, right), new Legend(legend)),
                tables);
    }

    /** From the power of ten below all drawn values to the one above. */
    private static Axis decades(List<Series> series) {
        DoubleSummaryStatistics values = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.y()))
                .filter(value -> value > SMALLEST_DRAWN)
                .summaryStatistics();
        return Axis.logarithmic(
                "Euclidean norm",
                Math.pow(10, Math.floor(Math.log10(values.getMin()))),
                Math.pow(10, Math.ceil(Math.log10(values.getMax()))));
    }

    private int smoothingWindow() {
        return Smoothing.window(result.pairs().get(0).relu().meanCurves().steps().length);
    }

    private Series series(Repeats repeats, Curve curve, Color colour, Style style) {
        LearningCurves curves = repeats.meanCurves();
        return new Series(
                        repeats.architecture().name(),
                        Arrays.stream(curves.steps()).asDoubleStream().toArray(),
                        curves.of(curve),
                        colour,
                        style)
                .smoothed(smoothingWindow());
    }

    private static DataTable table(Pair pair) {
        LearningCurves relu = pair.relu().meanCurves();
        LearningCurves sigmoid = pair.sigmoid().meanCurves();
        return DataTable.ofColumns(
                "Mean curves of " + pair.architecture().name(),
                List.of("step", "ReLU loss", "sigmoid loss", "ReLU gradient", "sigmoid gradient"),
                List.of(
                        Arrays.stream(relu.steps()).asDoubleStream().toArray(),
                        relu.of(Curve.TRAINING_LOSS),
                        sigmoid.of(Curve.TRAINING_LOSS),
                        relu.of(Curve.FIRST_LAYER_GRADIENT),
                        sigmoid.of(Curve.FIRST_LAYER_GRADIENT)));
    }
}
