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
 * Perceptrons in two layers that compute XOR.
 *
 * @param network two hidden perceptrons, and an output perceptron that is 1 if any of them is 1
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
        panels.add(new UnitSquare("Output: hidden unit 1 or 2", hidden)
                .chart(row -> network.output(XOR.point(row)), row -> false));
        return new Figure(
                "XOR by two hidden perceptrons",
                "The output of each hidden unit is 1 in the shaded half-plane, which contains one point. The output of the network is"
                        + " 1 in the union of both half-planes, which no single line bounds. A boundary may lie anywhere"
                        + " between the four points; it is drawn half a unit below the threshold.",
                900,
                340,
                new Panels(
                        panels.size(),
                        panels,
                        new Legend(List.of(
                                new Legend.Entry("output 1", UnitSquare.ON, Style.POINTS),
                                new Legend.Entry("output 0", UnitSquare.OFF, Style.POINTS),
                                new Legend.Entry(
                                        "boundary, output 1 on the shaded side", UnitSquare.HALF_PLANE, Style.SOLID)))),
                List.of(truthTable()));
    }

    DataTable truthTable() {
        return new DataTable(
                "Truth table of the network for XOR",
                List.of("Inputs", "Hidden unit 1", "Hidden unit 2", "Output", "XOR"),
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
                "Perceptrons of the network for XOR",
                List.of("Perceptron", "First weight", "Second weight", "Threshold"),
                rows);
    }

    private static List<Object> row(String name, Perceptron unit) {
        return List.of(name, unit.weights()[0], unit.weights()[1], unit.threshold());
    }

    private static int digit(boolean on) {
        return on ? 1 : 0;
    }
}
