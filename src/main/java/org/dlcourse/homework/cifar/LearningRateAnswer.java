package org.dlcourse.homework.cifar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Divergence;

/**
 * The effect of each learning rate, in sentences that follow from the runs.
 *
 * @param result runs with different learning rates
 */
record LearningRateAnswer(Variations.Result result) {
    /** Whether anything is learnt at learning rate 10, and how accurate the networks are at the others. */
    String learners() {
        VariationNames names = new VariationNames(result);
        return result.trials().stream()
                .filter(trial -> trial.variation() != Variation.LEARNING_RATE_10)
                .map(trial -> String.format(
                        Locale.ROOT,
                        "%.3f at %s",
                        result.atCommonEpochs(trial.variation(), Curve.TEST_ACCURACY),
                        names.of(trial.variation())))
                .collect(Collectors.joining(
                        ", ",
                        String.format(
                                Locale.ROOT,
                                "At learning rate 10, %d of %d runs learn anything. After %d epochs the test accuracy is ",
                                result.learners(Variation.LEARNING_RATE_10),
                                result.seeds(),
                                result.commonEpochs()),
                        result.seeds() == 1 ? "." : " (means over " + result.seeds() + " seeds)."));
    }

    String effect() {
        return "After " + result.commonEpochs() + " epochs. "
                + result.trials().stream().map(this::effect).collect(Collectors.joining(" "))
                + best();
    }

    /** Which learning rate is best, and how far the training loss of the others is above its own. */
    private String best() {
        Trial best = result.trials().stream()
                .filter(trial -> !trial.diverged())
                .max(Comparator.comparingDouble(trial -> accuracy(trial)))
                .orElseThrow();
        String losses = losses(best, trial -> rate(trial) > rate(best));
        String smaller = losses(best, trial -> rate(trial) < rate(best));
        return String.format(
                Locale.ROOT,
                " The best is %s, with a training loss of %.3f.%s%s",
                new VariationNames(result).of(best.variation()),
                loss(best),
                losses.isEmpty()
                        ? ""
                        : " With larger ones the steps overshoot, and the loss is higher: " + losses + ".",
                smaller.isEmpty() ? "" : " With a smaller one the loss falls more slowly: " + smaller + ".");
    }

    /** Training losses of the trials that end above the best one. */
    private String losses(Trial best, Predicate<Trial> others) {
        return result.trials().stream()
                .filter(trial -> !trial.diverged() && others.test(trial) && loss(trial) > loss(best))
                .map(trial -> String.format(
                        Locale.ROOT, "%.3f at %s", loss(trial), new VariationNames(result).of(trial.variation())))
                .collect(Collectors.joining(", "));
    }

    private double loss(Trial trial) {
        return trial.after(result.commonEpochs(), Curve.MEAN_TRAINING_LOSS);
    }

    private double accuracy(Trial trial) {
        return trial.after(result.commonEpochs(), Curve.TEST_ACCURACY);
    }

    private static double rate(Trial trial) {
        return trial.plan().optimiser().learningRate();
    }

    private static String divergence(Trial trial) {
        List<Divergence> divergences = trial.runs().stream()
                .flatMap(run -> run.result().divergence().stream())
                .toList();
        Divergence first = divergences.get(0);
        String stopped = String.format(
                Locale.ROOT,
                "the loss is %s from step %,d on; training was stopped there.",
                first.loss(),
                first.step());
        List<String> others = trial.runs().stream()
                .filter(run -> run.result().divergence().isEmpty())
                .map(run -> String.format(Locale.ROOT, "%.3f", run.result().testAccuracy()))
                .toList();
        return (trial.runs().size() == 1
                        ? stopped
                        : String.format(
                                Locale.ROOT,
                                "%d of %d runs diverged. In the first of them %s",
                                divergences.size(),
                                trial.runs().size(),
                                stopped))
                + (others.isEmpty()
                        ? ""
                        : (others.size() == 1 ? " The other ends" : " The others end") + " with a test accuracy of "
                                + String.join(", ", others) + ".");
    }

    private String effect(Trial trial) {
        String name = new VariationNames(result).atStartOfSentence(trial.variation());
        if (trial.diverged()) {
            return name + ": " + divergence(trial);
        }
        return String.format(
                Locale.ROOT,
                "%s: test accuracy %.3f%s.",
                name,
                result.atCommonEpochs(trial.variation(), Curve.TEST_ACCURACY),
                result.learntNothing(trial.variation()) ? ", which is chance: nothing is learnt" : "");
    }
}
