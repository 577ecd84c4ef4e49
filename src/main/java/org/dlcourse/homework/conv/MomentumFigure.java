package org.dlcourse.homework.conv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * The trajectory of the weight and of the output.
 *
 * @param problem whose loss is minimised
 * @param momentum weights w(1), w(2) ... with momentum
 * @param plain the same without momentum
 */
record MomentumFigure(MomentumProblem problem, double[] momentum, double[] plain) {
    Figure figure() {
        double[] steps =
                IntStream.rangeClosed(1, momentum.length).asDoubleStream().toArray();
        Chart weight = new Chart(
                "Weight",
                Axis.linear("k"),
                Axis.linear("w(k)"),
                List.of(
                        new Series("plain", steps, plain, Palette.ORANGE, Style.SOLID),
                        new Series("momentum", steps, momentum, Palette.BLUE, Style.SOLID)),
                problem == MomentumProblem.LOGISTIC_CROSS_ENTROPY ? List.of() : List.of(Marker.atY(2, "minimum")));
        Chart output = new Chart(
                "Output",
                Axis.linear("k"),
                outputAxis(),
                List.of(
                        new Series("plain", steps, outputs(plain), Palette.ORANGE, Style.SOLID),
                        new Series("momentum", steps, outputs(momentum), Palette.BLUE, Style.SOLID)),
                List.of(Marker.atY(1, "target")));
        return new Figure(
                "Trajectory of w",
                "With momentum 0.9 and learning rate 0.1, from w(1) with an initial step of 0.5; for comparison the same without"
                        + " momentum. The last point is w(167).",
                900,
                360,
                new Panels(
                        2,
                        List.of(weight, output),
                        new Legend(List.of(
                                new Legend.Entry("with momentum", Palette.BLUE, Style.SOLID),
                                new Legend.Entry("without momentum", Palette.ORANGE, Style.SOLID)))),
                List.of(DataTable.ofColumns(
                        "Weight and output at all steps",
                        List.of("k", "w(k)", "y", "w(k) without momentum", "y without momentum"),
                        List.of(steps, momentum, outputs(momentum), plain, outputs(plain)))));
    }

    /** Extends beyond the target, so that its label has room. */
    private Axis outputAxis() {
        double highest = Math.max(1, Arrays.stream(outputs(momentum)).max().orElse(1));
        return new Axis("y", false, Optional.of(new Axis.Range(0, 1.15 * highest)), List.of());
    }

    private double[] outputs(double[] weights) {
        return Arrays.stream(weights).map(problem::output).toArray();
    }
}
