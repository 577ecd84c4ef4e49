package org.dlcourse.homework.dogs.perceptrons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
 * @param network hidden perceptrons and an output perceptron; the reference's are two, and the output is 1 if any of them is 1
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
        panels.add(new UnitSquare("Output", hidden).chart(row -> network.output(XOR.point(row)), row -> false));
        return new Figure(
                "XOR by " + hidden.size() + " hidden perceptrons",
                "The output of each hidden unit is 1 in the shaded half-plane. The output of the network combines the half-planes:"
                        + " no single line separates the two points where XOR is 1 from the others. A boundary may lie"
                        + " anywhere between the points that it separates; it is drawn half a unit below the threshold.",
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
                columns(),
                IntStream.range(0, XOR.rows()).mapToObj(this::row).toList());
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("Inputs"));
        for (int unit = 1; unit <= network.hiddenUnits(); unit++) {
            columns.add("Hidden unit " + unit);
        }
        columns.addAll(List.of("Output", "XOR"));
        return columns;
    }

    private List<Object> row(int row) {
        List<Object> cells = new ArrayList<>(List.of(XOR.digits(row)));
        for (boolean unit : network.activations(0, XOR.point(row))) {
            cells.add(digit(unit));
        }
        cells.addAll(List.of(digit(network.output(XOR.point(row))), digit(XOR.value(row))));
        return cells;
    }

    DataTable weights() {
        List<List<Object>> rows = new ArrayList<>();
        for (Perceptron unit : network.layers().get(0)) {
            rows.add(row("hidden unit " + (rows.size() + 1), unit));
        }
        Perceptron output = network.layers().get(1).get(0);
        rows.add(row("output, from the hidden units", output));
        return new DataTable("Perceptrons of the network for XOR", List.of("Perceptron", "Weights", "Threshold"), rows);
    }

    private static List<Object> row(String name, Perceptron unit) {
        String weights =
                Arrays.stream(unit.weights()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return List.of(name, weights, unit.threshold());
    }

    private static int digit(boolean on) {
        return on ? 1 : 0;
    }
}
