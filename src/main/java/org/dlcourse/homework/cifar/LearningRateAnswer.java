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
    String effect() {
        return "After " + result.commonEpochs() + " epochs. "
                + result.trials().stream().map(this::effect).collect(Collectors.joining(" "));
    }

    private String effect(Trial trial) {
        String name = new VariationNames(result).atStartOfSentence(trial.variation());
        if (trial.diverged()) {
            Divergence divergence = trial.run().result().divergence().orElseThrow();
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
