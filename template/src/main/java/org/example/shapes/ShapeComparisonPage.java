package org.example.shapes;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.report.Evidence;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the report shows of the comparison.
 *
 * @param result what was found
 */
record ShapeComparisonPage(ShapeComparison.Result result) {
    void show(Evidence evidence) {
        SeedComparison accuracies = result.accuracies();
        evidence.conclusion(accuracies.sentence());
        evidence.data(result.data().description());
        evidence.answer(
                "Why?",
                "A shape belongs to its class wherever it is, and only a convolution shares its weights over positions.");
        evidence.figure(figure());
        evidence.table(accuracies.table());
    }

    void check(Evidence evidence) {
        result.accuracies().check(evidence);
    }

    private Figure figure() {
        List<Series> series = List.of(
                series("linear", result.linear(), Style.DASHED),
                series("convolutional", result.convolutional(), Style.SOLID));
        SeedComparison accuracies = result.accuracies();
        SeedPoints points =
                new SeedPoints(accuracies.metric(), List.of(accuracies.lower(), accuracies.higher()), List.of());
        return new Figure(
                "Validation accuracy in training, and test accuracy of every seed",
                "Left: mean over the seeds. Right: one point per seed, and their mean. "
                        + new RunCaption(
                                        result.scale(),
                                        result.data(),
                                        result.linear().runs())
                                .text(),
                880,
                380,
                new Panels(
                        2,
                        List.of(
                                new Chart(
                                        "", Axis.linear("step"), Axis.linear("validation accuracy"), series, List.of()),
                                points.chart("")),
                        new Legend(series.stream()
                                .map(one -> new Legend.Entry(one.name(), one.colour(), one.style()))
                                .toList())),
                Stream.concat(
                                series.stream()
                                        .map(one -> DataTable.ofColumns(
                                                one.name(),
                                                List.of("step", "validation accuracy"),
                                                List.of(one.x(), one.y()))),
                                Stream.of(points.table()))
                        .toList());
    }

    private static Series series(String name, Repeats runs, Style style) {
        LearningCurves curves = runs.meanCurves();
        double[] steps = IntStream.of(curves.steps()).asDoubleStream().toArray();
        return new Series(
                name,
                steps,
                curves.of(Curve.VALIDATION_ACCURACY),
                style == Style.SOLID ? Palette.BLUE : Palette.ORANGE,
                style);
    }
}
