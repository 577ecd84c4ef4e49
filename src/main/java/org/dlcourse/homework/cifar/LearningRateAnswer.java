package org.dlcourse.homework.cifar;

import java.util.Locale;
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
                + result.trials().stream().map(this::effect).collect(Collectors.joining(" "));
    }

    private String effect(Trial trial) {
        String name = new VariationNames(result).atStartOfSentence(trial.variation());
        if (trial.diverged()) {
            Divergence divergence = trial.runs().stream()
                    .flatMap(run -> run.result().divergence().stream())
                    .findFirst()
                    .orElseThrow();
            return String.format(
                    Locale.ROOT,
                    "%s: the loss is %s from step %,d on; training was stopped there.",
                    name,
                    divergence.loss(),
                    divergence.step());
        }
        return String.format(
                Locale.ROOT,
                "%s: test accuracy %.3f%s.",
                name,
                result.atCommonEpochs(trial.variation(), Curve.TEST_ACCURACY),
                result.learntNothing(trial.variation()) ? ", which is chance: nothing is learnt" : "");
    }
}
