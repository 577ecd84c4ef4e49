package org.dlcourse.homework.fcnet;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.training.Curve;

/**
 * Loss and accuracy of two runs along their steps.
 *
 * @param title of the figure
 * @param caption of the figure
 * @param runs both
 * @param names of the runs
 * @param firstAlone whether the first run's loss is also drawn on an axis of its own, since it changes little compared with the
 *     other's
 */
record TwoCurvesFigure(String title, String caption, List<Run> runs, List<String> names, boolean firstAlone) {
    private static final List<Color> COLOURS = List.of(Palette.VERMILION, Palette.BLUE);

    Figure figure() {
        List<Series> losses = new ArrayList<>();
        List<Series> accuracies = new ArrayList<>();
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Color colour = COLOURS.get(i);
            losses.add(series(i, Curve.MEAN_TRAINING_LOSS, Style.SOLID));
            accuracies.add(series(i, Curve.VALIDATION_ACCURACY, Style.SOLID));
            accuracies.add(series(i, Curve.TRAINING_ACCURACY, Style.SMALL_POINTS));
            legend.add(new Legend.Entry(names.get(i), colour, Style.SOLID));
            tables.add(table(i));
        }
        legend.add(new Legend.Entry("validation", Palette.NEUTRAL, Style.SOLID));
        legend.add(new Legend.Entry("training, single mini-batches", Palette.NEUTRAL, Style.SMALL_POINTS));
        List<Drawing> panels = new ArrayList<>(List.of(
                new Chart("Mean training loss with penalty", "step", "loss / nats", losses),
                new Chart("Accuracy", "step", "accuracy", accuracies)));
        if (firstAlone) {
            panels.add(
                    1,
                    new Chart(
                            "Mean training loss, " + names.get(0) + " only",
                            "step",
                            "loss / nats",
                            losses.subList(0, 1)));
        }
        return new Figure(
                title,
                caption,
                firstAlone ? 1_040 : 900,
                400,
                new Panels(panels.size(), panels, new Legend(legend)),
                tables);
    }

    private Series series(int run, Curve curve, Style style) {
        return new Series(
                names.get(run), steps(run), runs.get(run).result().curves().of(curve), COLOURS.get(run), style);
    }

    private double[] steps(int run) {
        return Arrays.stream(runs.get(run).result().curves().steps())
                .asDoubleStream()
                .toArray();
    }

    private DataTable table(int run) {
        List<Curve> curves = List.of(Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_ACCURACY, Curve.VALIDATION_ACCURACY);
        List<String> columns = new ArrayList<>(List.of("step"));
        List<double[]> values = new ArrayList<>(List.of(steps(run)));
        for (Curve curve : curves) {
            columns.add(curve.title());
            values.add(runs.get(run).result().curves().of(curve));
        }
        return DataTable.ofColumns("Curves of " + names.get(run), columns, values);
    }
}
