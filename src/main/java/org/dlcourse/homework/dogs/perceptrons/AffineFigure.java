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
 * What affine maps make of the exclusive or, and of depth.
 *
 * @param best a perceptron of two inputs that gets as many rows right as any
 * @param fit the values of the least-squares fit at the four rows
 * @param deep a deep network without activations
 */
record AffineFigure(Perceptron best, double[] fit, DeepLinearNetwork deep) {
    private static final BooleanFunction XOR = BooleanFunction.parity(2);

    Figure figure() {
        List<Drawing> panels = List.of(bestLine(), leastSquares(), depth());
        return new Figure(
                "What remains without activations",
                "Left: a line that gets as many points right as any, and the one that it gets wrong: XOR is off there, the half-plane that is shaded is on. Middle: the affine map with the least"
                        + " squared error says the same everywhere. Right: outputs of a random network of "
                        + deep.layers()
                        + " layers over those of the one affine map that its weights compose to; without activations all lie on"
                        + " the diagonal, with ReLU between the same layers they do not.",
                900,
                340,
                new Panels(
                        3,
                        panels,
                        new Legend(List.of(
                                new Legend.Entry("on", UnitSquare.ON, Style.POINTS),
                                new Legend.Entry("off", UnitSquare.OFF, Style.POINTS),
                                new Legend.Entry("wrong", UnitSquare.WRONG, Style.POINTS),
                                new Legend.Entry("line, affine fit", Palette.GREEN, Style.SOLID),
                                new Legend.Entry("without activations", Palette.SKY_BLUE, Style.SMALL_POINTS),
                                new Legend.Entry("with ReLU", Palette.NEUTRAL, Style.DOTS)))),
                List.of(
                        DataTable.ofColumns(
                                "Least-squares fit", List.of("exclusive or", "fit"), List.of(targets(), fit)),
                        DataTable.ofColumns(
                                "Outputs of the deep networks",
                                List.of("affine map", "without activations", "with ReLU"),
                                List.of(deep.composed(), deep.output(), deep.rectified()))));
    }

    private Drawing bestLine() {
        return new UnitSquare("The best line", List.of(best))
                .chart(XOR::value, row -> best.isOn(XOR.point(row)) != XOR.value(row));
    }

    private Drawing leastSquares() {
        double[] places = IntStream.range(0, XOR.rows()).asDoubleStream().toArray();
        List<String> names =
                IntStream.range(0, XOR.rows()).mapToObj(XOR::digits).toList();
        return new Chart(
                "The least-squares fit",
                Axis.named("inputs", names),
                Axis.linear("output", -0.25, 1.25),
                List.of(
                        new Series("fit", places, fit, Palette.GREEN, Style.SOLID),
                        targets("on", true, UnitSquare.ON),
                        targets("off", false, UnitSquare.OFF)),
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
