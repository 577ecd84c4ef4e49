package org.dlcourse.homework.ann.activations;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.CurvePair;
import org.dlcourse.homework.ann.activations.InputRangeComparison.Pair;
import org.dlcourse.training.Curve;

/**
 * Loss and saturation with scaled and unscaled pixels.
 *
 * @param result of the comparison of input ranges
 */
record InputRangeFigure(InputRangeComparison.Result result) {
    private static final List<Color> COLOURS = List.of(Palette.BLUE, Palette.VERMILION);
    private static final double HIGHEST_LOSS = 2.6;

    Figure figure() {
        List<CurvePair> pairs = IntStream.range(0, result.pairs().size())
                .mapToObj(i -> {
                    Pair pair = result.pairs().get(i);
                    return new CurvePair(
                            "mlp_1 with " + InputRangeAnswers.name(pair.activation()),
                            COLOURS.get(i),
                            pair.scaled(),
                            pair.unscaled());
                })
                .toList();
        List<Series> loss = series(pairs, Curve.TRAINING_LOSS);
        List<Legend.Entry> legend =
                new ArrayList<>(pairs.stream().map(CurvePair::legend).toList());
        legend.add(new Legend.Entry("pixels in [0,1]", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("pixels in [0,255]", Palette.NEUTRAL, Style.DASHED));
        Chart left = new Chart(
                "Training loss of mlp_1",
                Axis.linear("step"),
                Axis.linear("cross-entropy / nats", lowest(loss) - 0.05, highest(loss)),
                loss,
                List.of());
        Chart right = new Chart(
                "Saturated activations of the first layer",
                Axis.linear("step"),
                Axis.linear("fraction of activations", -0.03, 1.03),
                series(pairs, Curve.FIRST_LAYER_SATURATION),
                List.of());
        return new Figure(
                "Loss and saturation with scaled and unscaled pixels",
                String.format(
                        Locale.ROOT,
                        "Plain gradient descent with learning rate %s; means over the repeats, not smoothed. Losses above"
                                + " %.1f nats are cut off (the attached data have them); lines that coincide hide each other."
                                + " An activation is saturated where the activation function's derivative is below one"
                                + " hundredth of its largest value; a ReLU is then inactive. Measured on 200 validation"
                                + " images. %s",
                        InputRangeComparison.learningRate(result.scale()),
                        HIGHEST_LOSS,
                        result.caption()),
                900,
                400,
                new Panels(2, List.of(left, right), new Legend(legend)),
                pairs.stream()
                        .map(pair -> pair.table("[0,1]", "[0,255]", Curve.TRAINING_LOSS, Curve.FIRST_LAYER_SATURATION))
                        .toList());
    }

    /** The upper end of the axis: what is drawn fills it. */
    private static double highest(List<Series> series) {
        return Math.min(
                HIGHEST_LOSS,
                0.05
                        + series.stream()
                                .flatMapToDouble(one -> Arrays.stream(one.y()))
                                .max()
                                .orElseThrow());
    }

    private static double lowest(List<Series> series) {
        return series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.y()))
                .min()
                .orElseThrow();
    }

    private static List<Series> series(List<CurvePair> pairs, Curve curve) {
        return pairs.stream().flatMap(pair -> pair.series(curve, 1).stream()).toList();
    }
}
