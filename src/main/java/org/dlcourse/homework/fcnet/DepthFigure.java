package org.dlcourse.homework.fcnet;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.Seconds;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingResult;

/**
 * Accuracy by depth, and the mean validation accuracy of each depth during training.
 *
 * @param result of the comparison
 */
record DepthFigure(DepthComparison.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.SKY_BLUE, Palette.BLUE);

    Figure figure() {
        List<Series> byDepth = new ArrayList<>();
        byDepth.addAll(accuracies("training", TrainingResult::trainingAccuracy, Palette.NEUTRAL));
        byDepth.addAll(accuracies("validation", TrainingResult::validationAccuracy, Palette.GREEN));
        List<Series> curves = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>(List.of(
                new Legend.Entry("training", Palette.NEUTRAL, Style.POINTS),
                new Legend.Entry("validation", Palette.GREEN, Style.POINTS)));
        List<DataTable> tables = new ArrayList<>(List.of(table()));
        for (int i = 0; i < result.depths().size(); i++) {
            Repeats repeats = result.depths().get(i);
            LearningCurves mean = repeats.meanCurves();
            double[] steps = Arrays.stream(mean.steps()).asDoubleStream().toArray();
            String name = repeats.architecture().name();
            curves.add(new Series(name, steps, mean.of(Curve.VALIDATION_ACCURACY), COLOURS.get(i), Style.SOLID));
            legend.add(new Legend.Entry(name, COLOURS.get(i), Style.SOLID));
            tables.add(DataTable.ofColumns(
                    "Validation accuracy of " + name,
                    List.of("step", "mean validation accuracy"),
                    List.of(steps, mean.of(Curve.VALIDATION_ACCURACY))));
        }
        return new Figure(
                "Two to five layers",
                "Left: training and validation accuracy of every run, with lines through the means. Right: mean validation"
                        + " accuracy during training. All hidden layers have " + result.hiddenUnits()
                        + " units and ReLU, trained with Adam. "
                        + new RunCaption(
                                        result.scale(),
                                        result.data(),
                                        result.depths().get(0).runs())
                                .text(),
                900,
                420,
                new Panels(
                        2,
                        List.of(
                                new Chart("Accuracy by depth", "layers", "accuracy", byDepth),
                                new Chart(
                                        "Validation accuracy during training", "step", "validation accuracy", curves)),
                        new Legend(legend)),
                tables);
    }

    private List<Series> accuracies(String name, ToDoubleFunction<TrainingResult> accuracy, Color colour) {
        List<double[]> points = new ArrayList<>();
        for (Repeats repeats : result.depths()) {
            for (Run run : repeats.runs()) {
                points.add(new double[] {repeats.architecture().depth(), accuracy.applyAsDouble(run.result())});
            }
        }
        double[] depths = result.depths().stream()
                .mapToDouble(repeats -> repeats.architecture().depth())
                .toArray();
        double[] means = result.depths().stream()
                .mapToDouble(repeats -> repeats.mean(accuracy).mean())
                .toArray();
        return List.of(
                new Series(
                        name,
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray(),
                        colour,
                        Style.SMALL_POINTS),
                new Series(name + ", mean", depths, means, colour, Style.SOLID));
    }

    DataTable table() {
        return new DataTable(
                "Accuracy by depth (mean and 95 % confidence interval)",
                List.of(
                        "Layers",
                        "Parameters",
                        "Training accuracy",
                        "Validation accuracy",
                        "Training minus validation accuracy",
                        "Seconds per run"),
                result.depths().stream()
                        .map(repeats -> List.<Object>of(
                                repeats.architecture().depth(),
                                repeats.architecture().parameterCount(),
                                repeats.trainingAccuracy(),
                                repeats.validationAccuracy(),
                                repeats.mean(run -> run.trainingAccuracy() - run.validationAccuracy()),
                                Seconds.rounded(repeats.seconds())))
                        .toList());
    }
}
