package org.dlcourse.homework.dogs.perceptrons;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;

/**
 * The best linear boundary and the least-squares fit for XOR, and a deep network without activations.
 *
 * @param best a perceptron of two inputs that classifies as many rows correctly as any
 * @param fit the values of the least-squares fit at the four rows
 * @param deep a deep network without activations
 */
record AffineFigure(Perceptron best, double[] fit, DeepLinearNetwork deep) {
    private static final BooleanFunction XOR = BooleanFunction.parity(2);

    Figure figure() {
        List<Drawing> panels = List.of(bestLine(), leastSquares(), depth());
        return new Figure(
                "Networks without activation functions",
                "Left: one of the lines that classify the most points correctly, and the point that it misclassifies: XOR is"
                        + " 0 there, and the output in the shaded half-plane is 1. Middle: the affine map with the least"
                        + " squared error has the same value at all points. Right: outputs of a random network of "
                        + deep.layers()
                        + " layers against those of the single affine map to which its weights multiply. Without"
                        + " activations all points lie on the diagonal, with ReLU between the same layers they do not.",
                900,
                340,
                new Panels(
                        3,
                        panels,
                        new Legend(List.of(
                                new Legend.Entry("XOR is 1", UnitSquare.ON, Style.POINTS),
                                new Legend.Entry("XOR is 0", UnitSquare.OFF, Style.POINTS),
                                new Legend.Entry("misclassified", UnitSquare.WRONG, Style.POINTS),
                                new Legend.Entry("boundary, affine fit", UnitSquare.HALF_PLANE, Style.SOLID),
                                new Legend.Entry("without activations", Palette.SKY_BLUE, Style.SMALL_POINTS),
                                new Legend.Entry("with ReLU", Palette.NEUTRAL, Style.DOTS)))),
                List.of(
                        DataTable.ofColumns("Least-squares fit", List.of("XOR", "fit"), List.of(targets(), fit)),
                        DataTable.ofColumns(
                                "Outputs of the deep networks",
                                List.of("affine map", "without activations", "with ReLU"),
                                List.of(deep.composed(), deep.output(), deep.rectified()))));
    }

    private Drawing bestLine() {
        return new UnitSquare("The best linear boundary", List.of(best))
                .chart(XOR::value, row -> best.isOn(XOR.point(row)) != XOR.value(row));
    }

    private Drawing leastSquares() {
        double[] indices = IntStream.range(0, XOR.rows()).asDoubleStream().toArray();
        List<String> names =
                IntStream.range(0, XOR.rows()).mapToObj(XOR::digits).toList();
        return new Chart(
                "The least-squares fit",
                Axis.named("inputs", names),
                Axis.linear("output", -0.25, 1.25),
                List.of(
                        new Series("fit", indices, fit, UnitSquare.HALF_PLANE, Style.SOLID),
                        targets("XOR is 1", true, UnitSquare.ON),
                        targets("XOR is 0", false, UnitSquare.OFF)),
                List.of());
    }

    private static Series targets(String name, boolean value, Color colour) {
        double[] rows = XOR.rowsThatAre(value).stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] targets = new double[rows.length];
        Arrays.fill(targets, value ? 1 : 0);
        return new Series(name, rows, targets, colour, Style.POINTS);
    }

    private Drawing depth() {
        return new Chart(
                "A network of " + deep.layers() + " layers",
                Axis.linear("output of one affine map"),
                Axis.linear("output of the network"),
                List.of(
                        new Series("with ReLU", deep.composed(), deep.rectified(), Palette.NEUTRAL, Style.DOTS),
                        new Series(
                                "without activations",
                                deep.composed(),
                                deep.output(),
                                Palette.SKY_BLUE,
                                Style.SMALL_POINTS)),
                List.of());
    }

    private static double[] targets() {
        return IntStream.range(0, XOR.rows())
                .mapToDouble(row -> XOR.value(row) ? 1 : 0)
                .toArray();
    }
}
