package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.ArchitectureColours;
import org.dlcourse.homework.ann.CurvePair;
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.training.Curve;

/**
 * Loss and norm of the first layer's gradient with each of the two activation functions.
 *
 * @param result of the comparison of activation functions
 */
record ActivationFigure(ActivationComparison.Result result) {
    private static final double SMALLEST_DRAWN = 1e-8;

    Figure figure() {
        List<CurvePair> pairs = IntStream.range(0, result.pairs().size())
                .mapToObj(i -> {
                    Pair pair = result.pairs().get(i);
                    return new CurvePair(pair.name(), ArchitectureColours.of(i), pair.relu(), pair.sigmoid());
                })
                .toList();
        List<Series> gradient = series(pairs, Curve.FIRST_LAYER_GRADIENT);
        List<Legend.Entry> legend =
                new ArrayList<>(pairs.stream().map(CurvePair::legend).toList());
        legend.add(new Legend.Entry("ReLU", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("sigmoid", Palette.NEUTRAL, Style.DASHED));
        Chart left = new Chart(
                "Training loss",
                Axis.linear("step"),
                Axis.linear("cross-entropy / nats"),
                series(pairs, Curve.TRAINING_LOSS),
                List.of(Marker.atY(Math.log(result.data().training().classes()), "")));
        Chart right = new Chart(
                "Gradient of the loss with respect to the first layer",
                Axis.linear("step"),
                decades(gradient),
                gradient,
                List.of());
        return new Figure(
                "Loss and gradient with ReLU and with the sigmoid",
                String.format(
                        Locale.ROOT,
                        "Plain gradient descent with learning rate %s. Curves are means over the repeats and moving averages"
                                + " over %d recorded points, one every %d steps (the attached data are not smoothed). The"
                                + " gradient is that of the loss of the step's mini-batch with respect to all weights of the"
                                + " first layer, computed from the weights before and after the step; gradients that single"
                                + " precision rounds to 0 are drawn at the lower edge. Dotted line: ln of the number of classes, the loss of a"
                                + " uniform prediction. %s",
                        result.learningRate(),
                        smoothingWindow(),
                        result.pairs().get(0).relu().plan().recording().everySteps(),
                        result.caption()),
                900,
                430,
                new Panels(2, List.of(left, right), new Legend(legend)),
                pairs.stream()
                        .map(pair -> pair.table("ReLU", "sigmoid", Curve.TRAINING_LOSS, Curve.FIRST_LAYER_GRADIENT))
                        .toList());
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

    private List<Series> series(List<CurvePair> pairs, Curve curve) {
        return pairs.stream()
                .flatMap(pair -> pair.series(curve, smoothingWindow()).stream())
                .toList();
    }
}
