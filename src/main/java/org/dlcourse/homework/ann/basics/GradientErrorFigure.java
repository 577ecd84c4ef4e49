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

/**
 * The error of the gradient computed from the weights, for each parameter array.
 *
 * @param result of the comparison
 */
record GradientErrorFigure(GradientComparison.Result result) {
    private static final Color DOUBLE = Palette.BLUE;
    private static final Color FLOAT = Palette.ORANGE;
    private static final Color MOMENTUM = Palette.VERMILION;

    Figure figure() {
        List<String> networks = result.inDouble().stream()
                .map(GradientError::architecture)
                .distinct()
                .toList();
        List<Chart> charts = networks.stream().map(this::chart).toList();
        Legend legend = new Legend(List.of(
                new Legend.Entry("double precision", DOUBLE, Style.POINTS),
                new Legend.Entry("single precision", FLOAT, Style.POINTS),
                new Legend.Entry("rounding bound", Palette.NEUTRAL, Style.DASHED),
                new Legend.Entry(
                        "double precision, momentum " + GradientComparison.MOMENTUM + " (control)",
                        MOMENTUM,
                        Style.POINTS)));
        return new Figure(
                "Error of the gradient computed from the weights",
                "For each parameter array (weights W and biases b of each layer, by the layer's number in the network,"
                        + " pooling layers counted): the largest difference of a component from back-propagation's"
                        + " gradient, relative to the largest component of that gradient. At the fifth step of a training"
                        + " with mini-batches of " + ObservedStep.BATCH_SIZE
                        + ". Errors below 1e-17 are drawn at 1e-17. Learning rate "
                        + GradientComparison.LEARNING_RATE + ", seed " + result.seed() + ". Data: "
                        + result.data().description() + ".",
                900,
                360,
                new Panels(2, List.copyOf(charts), legend),
                List.of(table()));
    }

    private Chart chart(String network) {
        List<GradientError> inDouble = of(result.inDouble(), network);
        List<GradientError> inFloat = of(result.inFloat(), network);
        List<Series> series = Stream.of(
                        errors(inDouble, DOUBLE),
                        bounds(inDouble, DOUBLE),
                        errors(inFloat, FLOAT),
                        bounds(inFloat, FLOAT),
                        errors(of(result.withMomentum(), network), MOMENTUM))
                .toList();
        List<String> names =
                inDouble.stream().map(GradientErrorFigure::shortName).toList();
        return new Chart(
                network,
                Axis.named("parameter array", names),
                Axis.logarithmic("relative error", 1e-17, 10),
                series,
                List.of());
    }

    /** Such as "W2". */
    private static String shortName(GradientError error) {
        String number = error.parameters().replaceAll("\\D", "");
        return (error.parameters().endsWith("weights") ? "W" : "b") + number;
    }

    private static List<GradientError> of(List<GradientError> errors, String network) {
        return errors.stream()
                .filter(error -> error.architecture().equals(network))
                .toList();
    }

    private static Series errors(List<GradientError> errors, Color colour) {
        return new Series(
                "error",
                indices(errors),
                errors.stream().mapToDouble(GradientError::relativeError).toArray(),
                colour,
                Style.POINTS);
    }

    private static Series bounds(List<GradientError> errors, Color colour) {
        return new Series(
                "bound",
                indices(errors),
                errors.stream().mapToDouble(GradientError::roundingBound).toArray(),
                colour,
                Style.DASHED);
    }

    private static double[] indices(List<GradientError> errors) {
        return IntStream.range(0, errors.size()).asDoubleStream().toArray();
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < result.inDouble().size(); i++) {
            GradientError inDouble = result.inDouble().get(i);
            GradientError inFloat = result.inFloat().get(i);
            rows.add(List.of(
                    inDouble.architecture(),
                    inDouble.parameters(),
                    scientific(inDouble.largestGradient()),
                    scientific(inDouble.relativeError()),
                    scientific(inDouble.roundingBound()),
                    scientific(inFloat.relativeError()),
                    scientific(inFloat.roundingBound()),
                    scientific(result.withMomentum().get(i).relativeError())));
        }
        return new DataTable(
                "Relative error of the gradient computed from the weights",
                List.of(
                        "Network",
                        "Parameters",
                        "Largest component",
                        "Double",
                        "Bound, double",
                        "Float",
                        "Bound, float",
                        "Control: momentum " + GradientComparison.MOMENTUM),
                rows);
    }

    static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
