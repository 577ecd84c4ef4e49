package org.dlcourse.homework.cifar;

import java.awt.Color;
import java.math.BigDecimal;
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
import org.dlcourse.training.TrainingPlan;

/**
 * Loss, training and test accuracy of some variations after every epoch, side by side.
 *
 * @param title of the figure
 * @param result what was found
 */
record VariationFigure(String title, Variations.Result result) {
    private static final List<Color> COLOURS =
            List.of(Palette.VERMILION, Palette.ORANGE, Palette.BLUE, Palette.SKY_BLUE, Palette.GREEN);

    /** Cross-entropy of ten equal probabilities, in nats. */
    private static final double GUESSED_CROSS_ENTROPY = Math.log(10);

    /** Mean squared error of ten outputs of a tenth on one-hot targets. */
    private static final double GUESSED_SQUARED_ERROR = (.9 * .9 + 9 * .1 * .1) / 10;
    /** Of outputs of 0. */
    private static final double GUESSED_ABSOLUTE_ERROR = 0.1;

    Figure figure() {
        List<Legend.Entry> legend = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (int i = 0; i < result.trials().size(); i++) {
            Trial trial = result.trials().get(i);
            String note = trial.diverged()
                    ? String.format(
                            Locale.ROOT,
                            " (diverged at step %,d)",
                            trial.run().result().divergence().orElseThrow().step())
                    : "";
            legend.add(new Legend.Entry(name(trial) + note, COLOURS.get(i), Style.SOLID));
            tables.add(DataTable.ofColumns(
                    "Curves of " + trial.variation().title(),
                    List.of("epoch", "training loss", "training accuracy", "test accuracy"),
                    List.of(
                            epochs(trial),
                            trial.curves().of(Curve.MEAN_TRAINING_LOSS),
                            trial.curves().of(Curve.TRAINING_SET_ACCURACY),
                            trial.curves().of(Curve.TEST_ACCURACY))));
        }
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
                                        relative ? "Training loss / loss of a guess" : "Training loss",
                                        relative ? "part of the loss of equal outputs" : "cross-entropy / nats",
                                        Curve.MEAN_TRAINING_LOSS,
                                        relative),
                                panel("Training accuracy", "accuracy", Curve.TRAINING_SET_ACCURACY, false),
                                panel("Test accuracy", "accuracy", Curve.TEST_ACCURACY, false)),
                        new Legend(legend)),
                tables);
    }

    /** A variation's name; the base's says the setting in which the others differ from it. */
    private String name(Trial trial) {
        if (trial.variation() != Variation.BASE) {
            return trial.variation().title();
        }
        List<TrainingPlan> others = result.trials().stream()
                .filter(other -> other != trial)
                .map(other -> other.run().request().plan())
                .filter(plan -> plan.architecture().equals(ColourCifarArchitectures.TUTORIAL))
                .toList();
        TrainingPlan plan = trial.run().request().plan();
        if (others.stream().anyMatch(other -> other.batchSize() != plan.batchSize())) {
            return "batches of " + plan.batchSize() + ", as in the tutorial";
        }
        if (others.stream()
                .anyMatch(other ->
                        other.optimiser().learningRate() != plan.optimiser().learningRate())) {
            return "learning rate .001, as in the tutorial";
        }
        return trial.variation().title();
    }

    private long losses() {
        return result.trials().stream().map(VariationFigure::loss).distinct().count();
    }

    private static Loss loss(Trial trial) {
        return trial.run().request().plan().objective().loss();
    }

    private String caption(boolean relative) {
        Trial base = result.comparedWith();
        return String.format(
                Locale.ROOT,
                "The loss is the mean over an epoch's batches before their steps; accuracies are of the whole training and test set"
                        + " after the epoch.%s%s At %s scale, seed %d. Data: %s.",
                relative
                        ? " To be comparable, each loss is divided by that of equal outputs: ln 10 nats of cross-entropy, .09 of"
                                + " squared error."
                        : "",
                shown(base) < base.epochs()
                        ? String.format(
                                Locale.ROOT,
                                " The run of %s, of %d epochs, is drawn as far as the others go.",
                                base.variation().title(),
                                base.epochs())
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
            double unit = relative ? guess(loss(trial)) : 1;
            series.add(new Series(
                    trial.variation().title(),
                    Arrays.copyOf(epochs(trial), values.length),
                    IntStream.range(0, values.length)
                            .mapToDouble(point -> values[point] / unit)
                            .toArray(),
                    COLOURS.get(i),
                    Style.SOLID));
        }
        return new Chart(panelTitle, Axis.linear("epoch"), Axis.linear(axis), series, List.of());
    }

    /** Epochs that are drawn: of what the others are compared with no more than they have, or they would be hard to see. */
    private int shown(Trial trial) {
        int others = result.trials().stream()
                .filter(other -> other != result.comparedWith())
                .mapToInt(Trial::epochs)
                .max()
                .orElse(trial.epochs());
        return trial == result.comparedWith() ? Math.min(trial.epochs(), others) : trial.epochs();
    }

    private static double guess(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> GUESSED_CROSS_ENTROPY;
            case MEAN_SQUARED_ERROR -> GUESSED_SQUARED_ERROR;
            case MEAN_ABSOLUTE_ERROR -> GUESSED_ABSOLUTE_ERROR;
        };
    }

    private static double[] epochs(Trial trial) {
        return IntStream.rangeClosed(1, trial.epochs()).asDoubleStream().toArray();
    }

    /** What differs from one to the other. */
    DataTable differences() {
        int images = result.prepared().data().training().count();
        return new DataTable(
                "What differs",
                List.of("Variation", "Parameters", "Loss", "Rate", "Batch", "Augmented", "Epochs", "Steps an epoch"),
                result.trials().stream().map(trial -> plan(trial, images)).toList());
    }

    private List<Object> plan(Trial trial, int images) {
        TrainingPlan plan = trial.run().request().plan();
        return List.of(
                name(trial),
                plan.architecture().parameterCount(),
                plan.objective().loss().title(),
                new BigDecimal(Double.toString(plan.optimiser().learningRate()))
                        .stripTrailingZeros()
                        .toPlainString(),
                plan.batchSize(),
                plan.augmentation().isPresent() ? "yes" : "no",
                plan.epochs(),
                plan.batchesPerEpoch(images));
    }

    /** What came out after as many epochs as all have, and how far that is from what the others are compared with. */
    DataTable outcomes() {
        int common = result.commonEpochs();
        Trial base = result.comparedWith();
        return new DataTable(
                "What came out after " + common + " epochs",
                List.of(
                        "Variation",
                        "Seconds an epoch, with evaluation",
                        "Training loss",
                        "Training accuracy",
                        "Test accuracy",
                        "Test accuracy less that of " + name(base)),
                result.trials().stream()
                        .map(trial -> outcome(trial, base, common))
                        .toList());
    }

    private List<Object> outcome(Trial trial, Trial base, int common) {
        String title = name(trial);
        if (trial.diverged()) {
            return List.of(title, "–", "diverged", "–", "–", "–");
        }
        double accuracy = trial.after(common, Curve.TEST_ACCURACY);
        return List.of(
                title,
                DataTable.readable(trial.run().provenance().seconds() / trial.epochs()),
                DataTable.readable(trial.after(common, Curve.MEAN_TRAINING_LOSS)),
                DataTable.readable(trial.after(common, Curve.TRAINING_SET_ACCURACY)),
                DataTable.readable(accuracy),
                trial == base
                        ? "–"
                        : String.format(Locale.ROOT, "%+.3f", accuracy - base.after(common, Curve.TEST_ACCURACY)));
    }
}
