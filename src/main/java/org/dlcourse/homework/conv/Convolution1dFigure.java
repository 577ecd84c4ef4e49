package org.dlcourse.homework.conv;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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

/**
 * Relative differences from PyTorch, case by case.
 *
 * @param errors of all cases
 * @param tolerance drawn as a line
 */
record Convolution1dFigure(List<Convolution1dErrors> errors, double tolerance) {
    private record Quantity(
            String name, String nameInLegend, ToDoubleFunction<Convolution1dErrors> error, Color colour) {}

    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity("output", "output", Convolution1dErrors::output, Palette.BLUE),
            new Quantity("input", "gradient of the input", Convolution1dErrors::input, Palette.ORANGE),
            new Quantity("weights", "gradient of the weights", Convolution1dErrors::weights, Palette.GREEN),
            new Quantity("bias", "gradient of the bias", Convolution1dErrors::bias, Palette.PURPLE));

    Figure figure() {
        double[] cases =
                IntStream.rangeClosed(1, errors.size()).asDoubleStream().toArray();
        Chart chart = new Chart(
                "Difference from PyTorch",
                Axis.linear("case"),
                Axis.logarithmic("relative difference", 1e-18, upperEnd()),
                QUANTITIES.stream()
                        .map(quantity -> new Series(
                                quantity.name(),
                                cases,
                                errors.stream().mapToDouble(quantity.error()).toArray(),
                                quantity.colour(),
                                Style.POINTS))
                        .toList(),
                List.of(Marker.atY(tolerance, "bound")));
        return new Figure(
                "Differences from PyTorch",
                "Largest difference divided by the largest value, for the cases of the table."
                        + " Differences of 0 are drawn at the lower edge; what has a wrong shape is left out.",
                900,
                340,
                new Panels(
                        1,
                        List.of(chart),
                        new Legend(QUANTITIES.stream()
                                .map(quantity ->
                                        new Legend.Entry(quantity.nameInLegend(), quantity.colour(), Style.POINTS))
                                .toList())),
                List.of(table()));
    }

    /** Two decades above the bound of a right solution, and above all differences of a wrong one. */
    private double upperEnd() {
        double largest = QUANTITIES.stream()
                .flatMapToDouble(quantity -> errors.stream().mapToDouble(quantity.error()))
                .filter(Double::isFinite)
                .max()
                .orElse(tolerance);
        return Math.max(100 * tolerance, Math.pow(10, Math.ceil(Math.log10(largest)) + 1));
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Convolution1dErrors error : errors) {
            Convolution1dCase one = error.one();
            rows.add(List.of(
                    rows.size() + 1,
                    Arrays.toString(one.input().shape()),
                    Arrays.toString(one.weights().shape()),
                    one.stride(),
                    one.output().size(2),
                    scientific(error.output()),
                    scientific(error.input()),
                    scientific(error.weights()),
                    scientific(error.bias())));
        }
        return new DataTable(
                "Relative differences from PyTorch: output, and gradients of input, weights and bias",
                List.of("Case", "Input", "Weights", "Stride", "Output width", "output", "input", "weights", "bias"),
                rows);
    }

    private static String scientific(double number) {
        return number == Double.POSITIVE_INFINITY ? "wrong shape" : String.format(Locale.ROOT, "%.1e", number);
    }
}
