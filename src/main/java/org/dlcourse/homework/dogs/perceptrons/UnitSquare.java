package org.dlcourse.homework.dogs.perceptrons;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;

/**
 * The four points of two inputs, and the half-planes in which perceptrons are on.
 *
 * <p>A perceptron's border is drawn half a unit below its threshold: its sums at the four points are whole numbers, so that it
 * says the same of them, and none of them lies on the border.
 *
 * @param title above it
 * @param units perceptrons of two inputs, the second of a weight other than 0
 */
record UnitSquare(String title, List<Perceptron> units) {
    static final Color ON = Palette.ORANGE;
    static final Color OFF = Palette.BLUE;
    static final Color WRONG = Palette.PURPLE;
    static final Color HALF_PLANE = Palette.GREEN;
    private static final double LOWER = -0.5;
    private static final double UPPER = 1.5;
    private static final int STEPS = 200;

    /**
     * The chart.
     *
     * @param on whether a row's point is drawn as on
     * @param wrong whether it is drawn as wrong, whatever it is
     */
    Chart chart(IntPredicate on, IntPredicate wrong) {
        List<Series> series = new ArrayList<>();
        for (Perceptron unit : units) {
            series.add(halfPlane(unit));
        }
        series.add(points("on", row -> on.test(row) && !wrong.test(row), ON));
        series.add(points("off", row -> !on.test(row) && !wrong.test(row), OFF));
        series.add(points("wrong", wrong, WRONG));
        return new Chart(
                title,
                Axis.linear("first input", LOWER, UPPER),
                Axis.linear("second input", LOWER, UPPER),
                series,
                List.of());
    }

    private static Series points(String name, IntPredicate chosen, Color colour) {
        BooleanFunction rows = BooleanFunction.parity(2);
        List<boolean[]> points = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (chosen.test(row)) {
                points.add(rows.point(row));
            }
        }
        return new Series(
                name,
                points.stream().mapToDouble(point -> point[0] ? 1 : 0).toArray(),
                points.stream().mapToDouble(point -> point[1] ? 1 : 0).toArray(),
                colour,
                Style.POINTS);
    }

    /** The border, with a band from it to the edge where the unit is on. */
    private static Series halfPlane(Perceptron unit) {
        double first = unit.weights()[0];
        double second = unit.weights()[1];
        double[] x = new double[STEPS + 1];
        Arrays.setAll(x, step -> LOWER + (UPPER - LOWER) * step / STEPS);
        double[] border = Arrays.stream(x)
                .map(place -> (unit.threshold() - 0.5 - first * place) / second)
                .toArray();
        double[] within = Arrays.stream(border)
                .map(height -> Math.max(LOWER, Math.min(UPPER, height)))
                .toArray();
        double[] edge = new double[x.length];
        Arrays.fill(edge, second > 0 ? UPPER : LOWER);
        Series line = new Series("on above", x, border, HALF_PLANE, Style.SOLID);
        return second > 0 ? line.withBand(within, edge) : line.withBand(edge, within);
    }
}
