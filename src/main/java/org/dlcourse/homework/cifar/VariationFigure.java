package org.dlcourse.homework.cifar;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Axis;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Drawing;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Legend;
import org.dlcourse.figure.Marker;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Panels;
import org.dlcourse.figure.Series;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.Loss;
import org.dlcourse.training.Curve;

/**
 * Loss, training and test accuracy of some variations after every epoch, in three panels.
 *
 * @param title of the figure
 * @param result their runs
 */
record VariationFigure(String title, Variations.Result result) {
    /** That of the reference is blue on every page. */
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.GREEN, Palette.SKY_BLUE, Palette.PURPLE);

    private static final List<Marker> CHANCE = List.of(Marker.atY(.1, "guessing"));

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
                                        Axis.linear(relative ? "relative loss" : "cross-entropy / nats"),
                                        Curve.MEAN_TRAINING_LOSS,
                                        relative,
                                        List.of()),
                                panel("Training accuracy", accuracies(), Curve.TRAINING_SET_ACCURACY, false, CHANCE),
                                panel("Test accuracy", accuracies(), Curve.TEST_ACCURACY, false, CHANCE)),
                        legend()),
                result.trials().stream().map(this::table).toList());
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (Trial trial : result.trials()) {
            if (trial.epochs() > 0) {
                entries.add(new Legend.Entry(name(trial) + note(trial), colour(trial), Style.SOLID));
            }
        }
        return new Legend(entries);
    }

    private static String note(Trial trial) {
        return trial.diverged() ? " (" + divergedRuns(trial) + ")" : "";
    }

    private static String divergedRuns(Trial trial) {
        long diverged = trial.runs().stream()
                .filter(run -> run.result().divergence().isPresent())
                .count();
        return String.format(
                Locale.ROOT, "%d of %d runs diverged", diverged, trial.runs().size());
    }

    private Color colour(Trial trial) {
        List<Trial> others = result.trials().stream()
                .filter(other -> other != result.reference())
                .toList();
        return trial == result.reference() ? Palette.BLUE : COLOURS.get(others.indexOf(trial));
    }

    private DataTable table(Trial trial) {
        return DataTable.ofColumns(
                "Curves of " + name(trial),
                List.of("epoch", "training loss", "training accuracy", "test accuracy"),
                List.of(
                        epochs(trial),
                        trial.mean(Curve.MEAN_TRAINING_LOSS),
                        trial.mean(Curve.TRAINING_SET_ACCURACY),
                        trial.mean(Curve.TEST_ACCURACY)));
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
                        + " test set after the epoch.%s%s%s At %s scale, %s. Data: %s.",
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
                cutOff(),
                result.scale(),
                seeds(),
                result.prepared().data().description());
    }

    /** What is missing of the curves of runs that diverged. */
    private String cutOff() {
        return result.trials().stream()
                .filter(Trial::diverged)
                .map(trial -> trial.epochs() == 0
                        ? " \"" + name(trial) + "\" has no curve: " + divergedRuns(trial)
                                + ", one of them in the first epoch."
                        : String.format(
                                Locale.ROOT,
                                " \"%s\" ends after epoch %d, because a run of it diverged in the next one.",
                                name(trial),
                                trial.epochs()))
                .collect(Collectors.joining());
    }

    private String seeds() {
        List<Run> runs = result.trials().get(0).runs();
        return runs.size() == 1
                ? "seed " + runs.get(0).request().seed()
                : String.format(
                        Locale.ROOT,
                        "mean of the seeds %d to %d in a band from the lowest to the highest value",
                        runs.get(0).request().seed(),
                        runs.get(runs.size() - 1).request().seed());
    }

    private Drawing panel(String panelTitle, Axis axis, Curve curve, boolean relative, List<Marker> markers) {
        List<Series> series = new ArrayList<>();
        for (Trial trial : result.trials()) {
            double unit = relative ? ofUniformOutputs(loss(trial)) : 1;
            int epochs = shown(trial);
            if (epochs > 0) {
                series.add(series(trial, curve, epochs, unit));
            }
        }
        return new Chart(panelTitle, Axis.linear("epoch"), axis, series, markers);
    }

    /** The mean over the seeds, in a band from the lowest to the highest value. */
    private Series series(Trial trial, Curve curve, int epochs, double unit) {
        double[] mean = new double[epochs];
        double[] least = new double[epochs];
        double[] greatest = new double[epochs];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            SeedSample values = trial.sample(name(trial), epoch, curve);
            mean[epoch - 1] = values.mean() / unit;
            least[epoch - 1] = values.min() / unit;
            greatest[epoch - 1] = values.max() / unit;
        }
        Series line = new Series(name(trial), Arrays.copyOf(epochs(trial), epochs), mean, colour(trial), Style.SOLID);
        return trial.runs().size() > 1 ? line.withBand(least, greatest) : line;
    }

    private Axis accuracies() {
        double highest = result.trials().stream()
                .flatMapToDouble(trial -> trial.runs().stream()
                        .map(run -> run.result().curves())
                        .flatMapToDouble(curves -> DoubleStream.concat(
                                Arrays.stream(curves.of(Curve.TRAINING_SET_ACCURACY))
                                        .limit(shown(trial)),
                                Arrays.stream(curves.of(Curve.TEST_ACCURACY)).limit(shown(trial)))))
                .max()
                .orElse(1);
        return Axis.linear("accuracy", 0, Math.min(1, Math.ceil(10 * highest + .5) / 10));
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
