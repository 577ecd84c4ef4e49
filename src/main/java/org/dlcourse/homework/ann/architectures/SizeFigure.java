package org.dlcourse.homework.ann.architectures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.ann.ArchitectureColours;
import org.dlcourse.model.Architecture;

/**
 * Test accuracy against the number of parameters and against depth.
 *
 * @param result of the comparison
 */
record SizeFigure(ArchitectureComparison.Result result) {
    Figure figure() {
        List<Legend.Entry> legend = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < result.architectures().size(); i++) {
            Repeats repeats = result.architectures().get(i);
            Architecture architecture = repeats.architecture();
            legend.add(new Legend.Entry(architecture.name(), ArchitectureColours.of(i), Style.POINTS));
            for (double accuracy : accuracies(repeats)) {
                rows.add(List.of(architecture.name(), architecture.parameterCount(), architecture.depth(), accuracy));
            }
        }
        return new Figure(
                "Test accuracy against size and depth",
                "Each point is one trained network. " + result.caption(),
                900,
                360,
                new Panels(
                        2,
                        List.of(
                                chart(
                                        "Test accuracy against size",
                                        "number of parameters",
                                        Architecture::parameterCount),
                                chart("Test accuracy against depth", "layers with weights", Architecture::depth)),
                        new Legend(legend)),
                List.of(new DataTable(
                        "Test accuracies by size and depth",
                        List.of("architecture", "parameters", "layers with weights", "test accuracy"),
                        rows)));
    }

    private Chart chart(String title, String label, ToDoubleFunction<Architecture> size) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < result.architectures().size(); i++) {
            Repeats repeats = result.architectures().get(i);
            Color colour = ArchitectureColours.of(i);
            double[] accuracies = accuracies(repeats);
            double[] sizes = new double[accuracies.length];
            Arrays.fill(sizes, size.applyAsDouble(repeats.architecture()));
            series.add(new Series(repeats.architecture().name(), sizes, accuracies, colour, Style.POINTS));
        }
        return new Chart(title, label, "test accuracy", series);
    }

    private static double[] accuracies(Repeats repeats) {
        return repeats.runs().stream()
                .mapToDouble(run -> run.result().testAccuracy())
                .toArray();
    }
}
