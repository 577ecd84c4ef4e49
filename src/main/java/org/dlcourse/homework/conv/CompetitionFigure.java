package org.dlcourse.homework.conv;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Learning rate, training objective, validation loss and validation accuracy of each entry.
 *
 * @param result of the competition
 */
record CompetitionFigure(Competition.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.SKY_BLUE, Palette.GREEN, Palette.BLUE, Palette.PURPLE);

    Figure figure() {
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (Attempt attempt : result.done()) {
            legend.add(new Legend.Entry(attempt.entry().title(), colour(attempt), Style.SOLID));
            tables.add(DataTable.ofColumns(
                    "Curves of " + attempt.entry().title(),
                    List.of("epoch", "learning rate", "training loss", "validation loss", "validation accuracy"),
                    List.of(
                            epochs(attempt),
                            curves(attempt).of(Curve.LEARNING_RATE),
                            curves(attempt).of(Curve.MEAN_TRAINING_LOSS),
                            curves(attempt).of(Curve.VALIDATION_LOSS),
                            curves(attempt).of(Curve.VALIDATION_ACCURACY))));
        }
        return new Figure(
                "Training of the entries",
                String.format(
                        Locale.ROOT,
                        "Two points per epoch; entries with the same schedule share one line of the learning rate. The training objective is the mean"
                                + " over the steps since the previous point, on augmented images, with label smoothing and"
                                + " penalty where an entry has them; validation loss and accuracy are computed without"
                                + " these. At %s scale, seed %d. Data: %s.",
                        result.scale(),
                        result.best().run().orElseThrow().request().seed(),
                        result.data().description()),
                960,
                660,
                new Panels(
                        2,
                        List.of(
                                panel("Learning rate", "learning rate", Curve.LEARNING_RATE),
                                panel("Training objective", "nats", Curve.MEAN_TRAINING_LOSS),
                                panel("Validation loss", "cross-entropy / nats", Curve.VALIDATION_LOSS),
                                panel("Validation accuracy", "accuracy", Curve.VALIDATION_ACCURACY)),
                        new Legend(legend)),
                tables);
    }

    private Drawing panel(String title, String axis, Curve curve) {
        return new Chart(
                title,
                Axis.linear("epoch", 0, lastEpoch()),
                Axis.linear(axis),
                result.done().stream()
                        .map(attempt -> new Series(
                                attempt.entry().title(),
                                epochs(attempt),
                                curves(attempt).of(curve),
                                colour(attempt),
                                Style.SOLID))
                        .toList(),
                List.of());
    }

    private double lastEpoch() {
        return result.done().stream()
                .mapToInt(attempt -> attempt.plan().epochs())
                .max()
                .orElseThrow();
    }

    private Color colour(Attempt attempt) {
        return COLOURS.get(attempt.entry().ordinal() % COLOURS.size());
    }

    private double[] epochs(Attempt attempt) {
        double batches = attempt.plan().batchesPerEpoch(result.data().training().count());
        return Arrays.stream(curves(attempt).steps())
                .mapToDouble(step -> step / batches)
                .toArray();
    }

    private static LearningCurves curves(Attempt attempt) {
        return attempt.run().orElseThrow().result().curves();
    }
}
