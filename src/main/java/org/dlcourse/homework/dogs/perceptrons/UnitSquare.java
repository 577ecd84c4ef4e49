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
 * The four points of two binary inputs, and the half-planes in which the outputs of perceptrons are 1.
 *
 * <p>A perceptron's boundary is drawn half a unit below its threshold. Its sums at the four points are integers, so that none
 * of the points changes its side or lies on the boundary.
 *
 * @param title above the chart
 * @param units perceptrons of two inputs whose second weight is not 0
 */
record UnitSquare(String title, List<Perceptron> units) {
    static final Color ON = Palette.ORANGE;
    static final Color OFF = Palette.BLUE;
    static final Color WRONG = Palette.PURPLE;
    static final Color HALF_PLANE = Palette.NEUTRAL;
    private static final double LOWER = -0.5;
    private static final double UPPER = 1.5;
    private static final int STEPS = 200;

    /**
     * The chart.
     *
     * @param on whether the value at a row is 1
     * @param wrong whether the point of a row is drawn as misclassified, whatever its value
     */
    Chart chart(IntPredicate on, IntPredicate wrong) {
        List<Series> series = new ArrayList<>();
        for (Perceptron unit : units) {
            series.add(halfPlane(unit));
        }
        series.add(points("1", row -> on.test(row) && !wrong.test(row), ON));
        series.add(points("0", row -> !on.test(row) && !wrong.test(row), OFF));
        series.add(points("misclassified", wrong, WRONG));
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

    /** The boundary, with a band from it to the edge of the chart where the output is 1. */
    private static Series halfPlane(Perceptron unit) {
        double first = unit.weights()[0];
        double second = unit.weights()[1];
        double[] x = new double[STEPS + 1];
        Arrays.setAll(x, step -> LOWER + (UPPER - LOWER) * step / STEPS);
        double[] boundary = Arrays.stream(x)
                .map(value -> second == 0
                        // Upright: a step from edge to edge.
                        ? first * value >= unit.threshold() - 0.5 ? LOWER : UPPER
                        : (unit.threshold() - 0.5 - first * value) / second)
                .toArray();
        double[] within = Arrays.stream(boundary)
                .map(height -> Math.max(LOWER, Math.min(UPPER, height)))
                .toArray();
        double[] edge = new double[x.length];
        Arrays.fill(edge, second >= 0 ? UPPER : LOWER);
        Series line = new Series("boundary", x, boundary, HALF_PLANE, Style.SOLID);
        return second >= 0 ? line.withBand(within, edge) : line.withBand(edge, within);
    }
}
