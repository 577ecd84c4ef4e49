package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.dlcourse.homework.ann.InputRangeComparison.Pair;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Loss and saturation with scaled and unscaled pixels.
 *
 * @param result what the comparison found
 */
record InputRangeFigure(InputRangeComparison.Result result) {
    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.VERMILION);
    private static final double HIGHEST_LOSS = 2.6;

    Figure figure() {
        List<Series> loss = new ArrayList<>();
        List<Series> saturation = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < result.pairs().size(); i++) {
            Pair pair = result.pairs().get(i);
            Color colour = COLOURS.get(i);
            loss.add(series(pair.unit(), Curve.TRAINING_LOSS, colour, Style.SOLID));
            loss.add(series(pair.bytes(), Curve.TRAINING_LOSS, colour, Style.DASHED));
            saturation.add(series(pair.unit(), Curve.FIRST_LAYER_SATURATION, colour, Style.SOLID));
            saturation.add(series(pair.bytes(), Curve.FIRST_LAYER_SATURATION, colour, Style.DASHED));
            legend.add(new Legend.Entry(pair.activation().notation(), colour, Style.SOLID));
            tables.add(table(pair));
        }
        legend.add(new Legend.Entry("pixels in [0,1]", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("pixels in [0,255]", Palette.NEUTRAL, Style.DASHED));
        Chart left = new Chart(
                "Training loss of mlp_1",
                Axis.linear("step"),
                Axis.linear("cross-entropy / nats", lowest(loss) - 0.05, HIGHEST_LOSS),
                loss,
                List.of());
        Chart right = new Chart(
                "Saturated activations, first layer",
                Axis.linear("step"),
                Axis.linear("part of activations", 0, 1.02),
                saturation,
                List.of());
        return new Figure(
                "Scaled and unscaled pixels",
                String.format(
                        Locale.ROOT,
                        "Plain gradient descent with learning rate %s; means over the repeats, not smoothed. Losses above"
                                + " %.1f nats are cut off (the attached data have them); lines that coincide hide each other. Saturated: the activation"
                                + " function's derivative is below a hundredth of its largest; for ReLU that is a unit that"
                                + " is off. Over 200 validation images. %s",
                        ActivationComparison.LEARNING_RATE,
                        HIGHEST_LOSS,
                        result.circumstances()),
                900,
                400,
                new Panels(2, List.of(left, right), new Legend(legend)),
                tables);
    }

    private static double lowest(List<Series> series) {
        return series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.y()))
                .min()
                .orElseThrow();
    }

    private static Series series(Repeats repeats, Curve curve, Color colour, Style style) {
        LearningCurves curves = repeats.meanCurves();
        return new Series(
                repeats.architecture().name(),
                Arrays.stream(curves.steps()).asDoubleStream().toArray(),
                curves.of(curve),
                colour,
                style);
    }

    private static DataTable table(Pair pair) {
        LearningCurves unit = pair.unit().meanCurves();
        LearningCurves bytes = pair.bytes().meanCurves();
        return DataTable.ofColumns(
                "Mean curves with " + pair.activation().notation(),
                List.of("step", "loss [0,1]", "loss [0,255]", "saturation [0,1]", "saturation [0,255]"),
                List.of(
                        Arrays.stream(unit.steps()).asDoubleStream().toArray(),
                        unit.of(Curve.TRAINING_LOSS),
                        bytes.of(Curve.TRAINING_LOSS),
                        unit.of(Curve.FIRST_LAYER_SATURATION),
                        bytes.of(Curve.FIRST_LAYER_SATURATION)));
    }
}
