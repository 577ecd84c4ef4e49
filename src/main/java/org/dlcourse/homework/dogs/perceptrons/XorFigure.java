package org.dlcourse.homework.dogs.perceptrons;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series.Style;

/**
 * Perceptrons in two layers that compute the exclusive or.
 *
 * @param network two hidden perceptrons, whose last is on if any of them is
 */
record XorFigure(PerceptronNetwork network) {
    private static final BooleanFunction XOR = BooleanFunction.parity(2);

    Figure figure() {
        List<Perceptron> hidden = network.layers().get(0);
        List<Drawing> panels = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            int unit = i;
            panels.add(new UnitSquare("Hidden unit " + (i + 1), List.of(hidden.get(i)))
                    .chart(row -> network.activations(0, XOR.point(row))[unit], row -> false));
        }
        panels.add(new UnitSquare("Output: either of them", hidden)
                .chart(row -> network.output(XOR.point(row)), row -> false));
        return new Figure(
                "Two lines for the exclusive or",
                "Each hidden unit is on in the half-plane that is shaded, and so cuts off one point. The output is on in both"
                        + " together, a region that no single line bounds. Between the four points a unit's border may lie"
                        + " anywhere; it is drawn half a unit below the threshold.",
                900,
                340,
                new Panels(
                        panels.size(),
                        panels,
                        new Legend(List.of(
                                new Legend.Entry("on", UnitSquare.ON, Style.POINTS),
                                new Legend.Entry("off", UnitSquare.OFF, Style.POINTS),
                                new Legend.Entry(
                                        "border, on where it is shaded", UnitSquare.HALF_PLANE, Style.SOLID)))),
                List.of(truthTable()));
    }

    DataTable truthTable() {
        return new DataTable(
                "Truth table of the exclusive or, by the network",
                List.of("Inputs", "Hidden unit 1", "Hidden unit 2", "Output", "Exclusive or"),
                IntStream.range(0, XOR.rows())
                        .mapToObj(row -> {
                            boolean[] units = network.activations(0, XOR.point(row));
                            return List.<Object>of(
                                    XOR.digits(row),
                                    digit(units[0]),
                                    digit(units[1]),
                                    digit(network.output(XOR.point(row))),
                                    digit(XOR.value(row)));
                        })
                        .toList());
    }

    DataTable weights() {
        List<List<Object>> rows = new ArrayList<>();
        for (Perceptron unit : network.layers().get(0)) {
            rows.add(row("hidden unit " + (rows.size() + 1), unit));
        }
        rows.add(row("output, from the hidden units", network.layers().get(1).get(0)));
        return new DataTable(
                "Perceptrons of the exclusive or",
                List.of("Perceptron", "First weight", "Second weight", "On if the sum is at least"),
                rows);
    }

    private static List<Object> row(String name, Perceptron unit) {
        return List.of(name, unit.weights()[0], unit.weights()[1], unit.threshold());
    }

    private static int digit(boolean on) {
        return on ? 1 : 0;
    }
}
