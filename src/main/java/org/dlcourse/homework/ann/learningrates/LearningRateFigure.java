package org.dlcourse.homework.ann.learningrates;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Repeats;
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
import org.dlcourse.homework.ann.Smoothing;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Loss and validation accuracy with each learning rate.
 *
 * @param result of the comparison of learning rates
 */
record LearningRateFigure(LearningRateComparison.Result result) {
    /** The colour of each learning rate in all figures of the part. */
    static final List<Color> COLOURS = List.of(Palette.VERMILION, Palette.BLUE, Palette.GREEN);

    Figure figure() {
        List<Series> loss = new ArrayList<>();
        List<Series> accuracy = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < result.constant().size(); i++) {
            Repeats repeats = result.constant().get(i);
            String name = "learning rate " + LearningRateComparison.LEARNING_RATES.get(i);
            loss.add(series(name, repeats.meanCurves(), Curve.TRAINING_LOSS, COLOURS.get(i)));
            accuracy.add(series(name, repeats.meanCurves(), Curve.VALIDATION_ACCURACY, COLOURS.get(i)));
            legend.add(new Legend.Entry(name, COLOURS.get(i), Style.SOLID));
            tables.add(table("Mean curves with " + name, repeats.meanCurves()));
        }
        String architecture = result.architecture().name();
        return new Figure(
                "Loss and validation accuracy with three learning rates",
                String.format(
                        Locale.ROOT,
                        "%s with plain gradient descent and a constant learning rate. Curves are means over the repeats and moving"
                                + " averages over %d recorded points, one every %d steps (the attached data are not"
                                + " smoothed). %s",
                        architecture,
                        window(),
                        result.scheduled().plan().recording().everySteps(),
                        result.caption()),
                900,
                420,
                new Panels(
                        2,
                        List.of(
                                new Chart("Training loss of " + architecture, "step", "cross-entropy / nats", loss),
                                new Chart(
                                        "Validation accuracy of " + architecture,
                                        Axis.linear("step"),
                                        Axis.linear("accuracy"),
                                        accuracy,
                                        List.of(Marker.atY(.1, "guessing")))),
                        new Legend(legend)),
                tables);
    }

    private int window() {
        return Smoothing.window(result.constant().get(0).meanCurves().steps().length);
    }

    private Series series(String name, LearningCurves curves, Curve curve, Color colour) {
        return new Series(name, steps(curves), curves.of(curve), colour, Style.SOLID).smoothed(window());
    }

    static double[] steps(LearningCurves curves) {
        return Arrays.stream(curves.steps()).asDoubleStream().toArray();
    }

    static DataTable table(String title, LearningCurves curves) {
        return DataTable.ofColumns(
                title,
                List.of("step", "training loss", "validation accuracy"),
                List.of(steps(curves), curves.of(Curve.TRAINING_LOSS), curves.of(Curve.VALIDATION_ACCURACY)));
    }
}
