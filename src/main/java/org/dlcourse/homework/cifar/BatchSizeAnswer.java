package org.dlcourse.homework.cifar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.training.Curve;

/**
 * The effect of the batch size at equal epochs, in sentences that follow from the runs.
 *
 * @param result runs with different batch sizes
 */
record BatchSizeAnswer(Variations.Result result) {
    /** The training losses at equal epochs, from the highest to the lowest. */
    String leastProgress() {
        VariationNames names = new VariationNames(result);
        List<Trial> trials = result.trials().stream()
                .sorted(Comparator.comparingDouble(this::loss).reversed())
                .toList();
        return trials.stream()
                .skip(1)
                .map(trial -> String.format(Locale.ROOT, "%.3f with %s", loss(trial), names.of(trial.variation())))
                .collect(Collectors.joining(
                        " and ",
                        String.format(
                                Locale.ROOT,
                                "At equal learning rates %s makes the least progress: after %d epochs its training loss is %.3f; it is ",
                                names.of(trials.get(0).variation()),
                                result.commonEpochs(),
                                loss(trials.get(0))),
                        result.seeds() == 1 ? "." : " (means over " + result.seeds() + " seeds)."));
    }

    private double loss(Trial trial) {
        return trial.after(result.commonEpochs(), Curve.MEAN_TRAINING_LOSS);
    }

    String effect() {
        return result.trials().stream().map(this::effect).collect(Collectors.joining(" "))
                + " The times are those of whole runs per epoch, with the evaluation after every epoch. An epoch shows every image"
                + " once, whatever the batch size: the larger the batches, the fewer the updates, and at the same learning rate"
                + " averaging the gradient over more images does not lengthen a step.";
    }

    private String effect(Trial trial) {
        int updates = trial.plan().batchesPerEpoch(result.trainingImages());
        return String.format(
                Locale.ROOT,
                "%s: %,d %s and %.2f s per epoch, training loss %.3f after %d epochs.",
                new VariationNames(result).atStartOfSentence(trial.variation()),
                updates,
                updates == 1 ? "update" : "updates",
                trial.secondsPerEpoch(),
                loss(trial),
                result.commonEpochs());
    }
}
