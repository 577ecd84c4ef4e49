package org.dlcourse.homework.cifar;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.model.Loss;
import org.dlcourse.training.Curve;

/**
 * Loss, training and test accuracy of some variations after every epoch, in three panels.
 *
 * @param title of the figure
 * @param result their runs
 */
record VariationFigure(String title, Variations.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.BLUE, Palette.SKY_BLUE, Palette.GREEN);

    /** Cross-entropy of ten equal probabilities, in nats. */
    private static final double UNIFORM_CROSS_ENTROPY = Math.log(10);

    /** Mean squared error of ten outputs of 0.1 against one-hot targets. */
    private static final double UNIFORM_SQUARED_ERROR = (.9 * .9 + 9 * .1 * .1) / 10;
    /** Mean absolute error of the same. */
    private static final double UNIFORM_ABSOLUTE_ERROR = (.9 + 9 * .1) / 10;

    Figure figure() {
        boolean relative = losses() > 1;
        return new Figure(
                title,
                caption(relative),
                1_040,
                380,
                new Panels(
                        3,
                        List.of(
                                panel(
                                        relative ? "Training loss / loss of uniform outputs" : "Training loss",
                                        relative ? "relative loss" : "cross-entropy / nats",
                                        Curve.MEAN_TRAINING_LOSS,
                                        relative),
                                panel("Training accuracy", "accuracy", Curve.TRAINING_SET_ACCURACY, false),
                                panel("Test accuracy", "accuracy", Curve.TEST_ACCURACY, false)),
                        legend()),
                result.trials().stream().map(this::table).toList());
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < result.trials().size(); i++) {
            Trial trial = result.trials().get(i);
            String note = trial.run()
                    .result()
                    .divergence()
                    .map(divergence -> String.format(Locale.ROOT, " (diverged at step %,d)", divergence.step()))
                    .orElse("");
            entries.add(new Legend.Entry(name(trial) + note, COLOURS.get(i), Style.SOLID));
        }
        return new Legend(entries);
    }

    private DataTable table(Trial trial) {
        return DataTable.ofColumns(
                "Curves of " + name(trial),
                List.of("epoch", "training loss", "training accuracy", "test accuracy"),
                List.of(
                        epochs(trial),
                        trial.curves().of(Curve.MEAN_TRAINING_LOSS),
                        trial.curves().of(Curve.TRAINING_SET_ACCURACY),
                        trial.curves().of(Curve.TEST_ACCURACY)));
    }

    private String name(Trial trial) {
        return new VariationNames(result).of(trial.variation());
    }

    private long losses() {
        return result.trials().stream().map(VariationFigure::loss).distinct().count();
    }

    private static Loss loss(Trial trial) {
        return trial.plan().objective().loss();
    }

    private String caption(boolean relative) {
        Trial reference = result.reference();
        return String.format(
                Locale.ROOT,
                "The loss is the mean over an epoch's batches, each before its step; accuracies are those of the whole training and"
                        + " test set after the epoch.%s%s At %s scale, seed %d. Data: %s.",
                relative
                        ? " To be comparable, each loss is divided by that of uniform outputs: ln 10 nats of cross-entropy, 0.09 of"
                                + " mean squared error."
                        : "",
                shown(reference) < reference.epochs()
                        ? String.format(
                                Locale.ROOT,
                                " The run \"%s\" has %d epochs and is drawn as far as the others.",
                                name(reference),
                                reference.epochs())
                        : "",
                result.scale(),
                result.trials().get(0).run().request().seed(),
                result.prepared().data().description());
    }

    private Drawing panel(String panelTitle, String axis, Curve curve, boolean relative) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < result.trials().size(); i++) {
            Trial trial = result.trials().get(i);
            double[] values = Arrays.copyOf(trial.curves().of(curve), shown(trial));
            double unit = relative ? ofUniformOutputs(loss(trial)) : 1;
            series.add(new Series(
                    name(trial),
                    Arrays.copyOf(epochs(trial), values.length),
                    Arrays.stream(values).map(value -> value / unit).toArray(),
                    COLOURS.get(i),
                    Style.SOLID));
        }
        return new Chart(panelTitle, Axis.linear("epoch"), Axis.linear(axis), series, List.of());
    }

    /** Epochs that are drawn: of the reference no more than the others have, or they would be hard to see. */
    private int shown(Trial trial) {
        int others = result.trials().stream()
                .filter(other -> other != result.reference())
                .mapToInt(Trial::epochs)
                .max()
                .orElse(trial.epochs());
        return trial == result.reference() ? Math.min(trial.epochs(), others) : trial.epochs();
    }

    private static double ofUniformOutputs(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> UNIFORM_CROSS_ENTROPY;
            case MEAN_SQUARED_ERROR -> UNIFORM_SQUARED_ERROR;
            case MEAN_ABSOLUTE_ERROR -> UNIFORM_ABSOLUTE_ERROR;
        };
    }

    private static double[] epochs(Trial trial) {
        return IntStream.rangeClosed(1, trial.epochs()).asDoubleStream().toArray();
    }
}
