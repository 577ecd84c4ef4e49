package org.dlcourse.homework.ann;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Two sets of runs that are compared, drawn in one colour: the first as solid lines, the second as dashed lines.
 *
 * @param name in the legend
 * @param colour of both
 * @param solid the first set of runs
 * @param dashed the second set of runs
 */
public record CurvePair(String name, Color colour, Repeats solid, Repeats dashed) {
    /**
     * The mean curve of each set of runs.
     *
     * @param curve which of the recorded curves
     * @param window number of points of the moving average
     * @return solid and dashed line
     */
    public List<Series> series(Curve curve, int window) {
        return List.of(
                series(solid, curve, Style.SOLID).smoothed(window),
                series(dashed, curve, Style.DASHED).smoothed(window));
    }

    private Series series(Repeats repeats, Curve curve, Style style) {
        LearningCurves curves = repeats.meanCurves();
        return new Series(name, steps(curves), curves.of(curve), colour, style);
    }

    /**
     * The entry of the colour in the legend.
     *
     * @return entry with a solid line
     */
    public Legend.Entry legend() {
        return new Legend.Entry(name, colour, Style.SOLID);
    }

    /**
     * The mean curves, not smoothed, of both sets of runs.
     *
     * @param solidName name of the first set of runs in the column titles
     * @param dashedName name of the second set of runs
     * @param first one of the recorded curves
     * @param second another one
     * @return one row per recorded step: the step and four values
     */
    public DataTable table(String solidName, String dashedName, Curve first, Curve second) {
        LearningCurves left = solid.meanCurves();
        LearningCurves right = dashed.meanCurves();
        return DataTable.ofColumns(
                "Mean curves of " + name,
                List.of(
                        "step",
                        first.title() + ", " + solidName,
                        first.title() + ", " + dashedName,
                        second.title() + ", " + solidName,
                        second.title() + ", " + dashedName),
                List.of(steps(left), left.of(first), right.of(first), left.of(second), right.of(second)));
    }

    private static double[] steps(LearningCurves curves) {
        return Arrays.stream(curves.steps()).asDoubleStream().toArray();
    }
}
