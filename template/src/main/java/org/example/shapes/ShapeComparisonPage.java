package org.example.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
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
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the report shows of the comparison.
 *
 * @param result what was found
 */
record ShapeComparisonPage(ShapeComparison.Result result) {
    void show(Evidence evidence) {
        evidence.data(result.data().description());
        evidence.figure(figure());
        evidence.table(table());
    }

    void check(Evidence evidence) {
        evidence.check(
                "smallest lead in test accuracy of the convolutional network, of " + result.leads().length + " seeds",
                Arrays.stream(result.leads()).min().orElseThrow(),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "a shape belongs to its class wherever it is, and only a convolution shares its weights over positions");
    }

    private Figure figure() {
        List<Series> series = List.of(
                series("linear", result.linear(), Style.DASHED),
                series("convolutional", result.convolutional(), Style.SOLID));
        return new Figure(
                "Validation accuracy",
                "Mean over the seeds. "
                        + new RunCaption(
                                        result.scale(),
                                        result.data(),
                                        result.linear().runs())
                                .text(),
                620,
                380,
                new Panels(
                        1,
                        List.of(new Chart(
                                "", Axis.linear("step"), Axis.linear("validation accuracy"), series, List.of())),
                        new Legend(series.stream()
                                .map(one -> new Legend.Entry(one.name(), one.colour(), one.style()))
                                .toList())),
                series.stream()
                        .map(one -> DataTable.ofColumns(
                                one.name(), List.of("step", "validation accuracy"), List.of(one.x(), one.y())))
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

    private DataTable table() {
        return new DataTable(
                "Test accuracy of every run",
                List.of("Seed", "Linear", "Convolutional"),
                IntStream.range(0, result.linear().runs().size())
                        .mapToObj(i -> List.<Object>of(
                                Long.toString(
                                        result.linear().runs().get(i).request().seed()),
                                accuracy(result.linear().runs().get(i)),
                                accuracy(result.convolutional().runs().get(i))))
                        .toList());
    }

    private static String accuracy(Run run) {
        return String.format(Locale.ROOT, "%.3f", run.result().testAccuracy());
    }
}
