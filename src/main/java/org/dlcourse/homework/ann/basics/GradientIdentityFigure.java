package org.dlcourse.homework.ann.basics;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.basics.GradientIdentity.Comparison;

/**
 * The error of the gradient taken from the weights, for each layer.
 *
 * @param inDouble plain gradient descent in double precision
 * @param inFloat the same in single precision
 * @param withMomentum in double precision, with momentum
 * @param source what the images are
 */
record GradientIdentityFigure(
        List<Comparison> inDouble, List<Comparison> inFloat, List<Comparison> withMomentum, String source) {
    private static final Color DOUBLE = Palette.BLUE;
    private static final Color FLOAT = Palette.ORANGE;
    private static final Color MOMENTUM = Palette.VERMILION;

    Figure figure() {
        List<String> networks =
                inDouble.stream().map(Comparison::architecture).distinct().toList();
        List<Chart> charts = networks.stream().map(this::chart).toList();
        Legend legend = new Legend(List.of(
                new Legend.Entry("double", DOUBLE, Style.POINTS),
                new Legend.Entry("float", FLOAT, Style.POINTS),
                new Legend.Entry("dashed: its rounding bound", Palette.NEUTRAL, Style.DASHED),
                new Legend.Entry("double, with momentum .9 (control)", MOMENTUM, Style.POINTS)));
        return new Figure(
                "Error of the gradient taken from the weights",
                "Largest difference of a component from back-propagation's gradient, as a part of the largest component,"
                        + " for every array of parameters: weights (W) and biases (b) of each layer, by the layer's number"
                        + " in the network, pooling layers counted. At the fifth step of a training in batches of 50."
                        + " Errors below 1e-17 are drawn there. " + source,
                900,
                360,
                new Panels(2, List.copyOf(charts), legend),
                List.of(table()));
    }

    private Chart chart(String network) {
        List<Comparison> doubles = of(inDouble, network);
        List<Series> series = Stream.of(
                        errors(doubles, DOUBLE),
                        bound(doubles, DOUBLE),
                        errors(of(inFloat, network), FLOAT),
                        bound(of(inFloat, network), FLOAT),
                        errors(of(withMomentum, network), MOMENTUM))
                .toList();
        List<String> names =
                doubles.stream().map(GradientIdentityFigure::shortName).toList();
        return new Chart(
                network,
                Axis.named("parameters", names),
                Axis.logarithmic("relative error", 1e-17, 10),
                series,
                List.of());
    }

    /** Such as "W 2". */
    private static String shortName(Comparison comparison) {
        String number = comparison.parameters().replaceAll("\\D", "");
        return (comparison.parameters().endsWith("weights") ? "W" : "b") + number;
    }

    private static List<Comparison> of(List<Comparison> comparisons, String network) {
        return comparisons.stream()
                .filter(comparison -> comparison.architecture().equals(network))
                .toList();
    }

    private static Series errors(List<Comparison> comparisons, Color colour) {
        return new Series(
                "error",
                places(comparisons),
                comparisons.stream().mapToDouble(Comparison::relativeError).toArray(),
                colour,
                Style.POINTS);
    }

    private static Series bound(List<Comparison> comparisons, Color colour) {
        return new Series(
                "bound",
                places(comparisons),
                comparisons.stream().mapToDouble(Comparison::roundingBound).toArray(),
                colour,
                Style.DASHED);
    }

    private static double[] places(List<Comparison> comparisons) {
        return IntStream.range(0, comparisons.size()).asDoubleStream().toArray();
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < inDouble.size(); i++) {
            rows.add(List.of(
                    inDouble.get(i).architecture(),
                    inDouble.get(i).parameters(),
                    scientific(inDouble.get(i).largestGradient()),
                    scientific(inDouble.get(i).relativeError()),
                    scientific(inDouble.get(i).roundingBound()),
                    scientific(inFloat.get(i).relativeError()),
                    scientific(inFloat.get(i).roundingBound()),
                    scientific(withMomentum.get(i).relativeError())));
        }
        return new DataTable(
                "Relative error of the gradient taken from the weights",
                List.of(
                        "Network",
                        "Parameters",
                        "largest component",
                        "double",
                        "its rounding bound",
                        "float",
                        "its rounding bound",
                        "control: momentum .9"),
                rows);
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
