package org.dlcourse.homework.cifar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.Seconds;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.DecimalNotation;

/**
 * Settings and results of some variations, a row per run.
 *
 * @param result their runs
 */
record VariationTables(Variations.Result result) {
    DataTable settings() {
        return new DataTable(
                "Settings of each run",
                List.of(
                        "Run",
                        "Parameters",
                        "Loss",
                        "Learning rate",
                        "Batch size",
                        "Augmented",
                        "Epochs",
                        "Steps per epoch",
                        "At full scale: learning rate, batch size, epochs"),
                result.trials().stream().map(this::settings).toList());
    }

    private List<Object> settings(Trial trial) {
        TrainingPlan plan = trial.plan();
        Variation.Constants full = trial.variation().full();
        return List.of(
                name(trial),
                plan.architecture().parameterCount(),
                plan.objective().loss().title(),
                DecimalNotation.of(plan.optimiser().learningRate()),
                plan.batchSize(),
                plan.augmentation().isPresent() ? "yes" : "no",
                plan.epochs(),
                plan.batchesPerEpoch(result.trainingImages()),
                String.format(
                        Locale.ROOT,
                        "%s, %,d, %d",
                        DecimalNotation.of(full.learningRate()),
                        full.batchSize(),
                        full.epochs()));
    }

    /** Loss and accuracies after the common epochs, and the difference from the reference where there are several runs. */
    DataTable results() {
        List<String> columns = new ArrayList<>(List.of(
                "Run", "Seconds per epoch, with evaluation", "Training loss", "Training accuracy", "Test accuracy"));
        if (isComparison()) {
            columns.add("Test accuracy minus that of " + name(result.reference()));
        }
        return new DataTable(
                "Results after " + result.commonEpochs() + " epochs"
                        + (result.seeds() == 1 ? "" : ", means over " + result.seeds() + " seeds"),
                columns,
                result.trials().stream().map(this::results).toList());
    }

    private boolean isComparison() {
        return result.trials().size() > 1;
    }

    private List<Object> results(Trial trial) {
        List<Object> cells =
                new ArrayList<>(trial.diverged() ? List.of(name(trial), "–", "diverged", "–", "–") : numbers(trial));
        if (isComparison()) {
            cells.add(trial.diverged() || trial == result.reference() ? "–" : difference(trial));
        }
        return cells;
    }

    private List<Object> numbers(Trial trial) {
        int epochs = result.commonEpochs();
        return List.of(
                name(trial),
                DataTable.readable(Seconds.rounded(trial.secondsPerEpoch())),
                DataTable.readable(trial.after(epochs, Curve.MEAN_TRAINING_LOSS)),
                DataTable.readable(trial.after(epochs, Curve.TRAINING_SET_ACCURACY)),
                DataTable.readable(trial.after(epochs, Curve.TEST_ACCURACY)));
    }

    private String difference(Trial trial) {
        int epochs = result.commonEpochs();
        return String.format(
                Locale.ROOT,
                "%+.3f",
                trial.after(epochs, Curve.TEST_ACCURACY) - result.reference().after(epochs, Curve.TEST_ACCURACY));
    }

    private String name(Trial trial) {
        return new VariationNames(result).of(trial.variation());
    }
}
