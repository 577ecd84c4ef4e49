package org.dlcourse.homework.cifar;

import java.util.Arrays;
import java.util.List;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * CIFAR-6: learning rates from 10 to 0.0001.
 *
 * @param result their runs
 */
record LearningRatePage(Variations.Result result) {
    static final Variations EXPERIMENT = new Variations(List.of(
            Variation.LEARNING_RATE_10,
            Variation.LEARNING_RATE_TENTH,
            Variation.LEARNING_RATE_HUNDREDTH,
            Variation.BASE,
            Variation.LEARNING_RATE_TEN_THOUSANDTH));

    void show(Evidence evidence) {
        LearningRateAnswer answer = new LearningRateAnswer(result);
        evidence.conclusion(answer.learners());
        new VariationOverview("Learning rates", result).show(evidence);
        evidence.answer("What is the effect of each learning rate?", answer.effect());
    }

    void check(Evidence evidence) {
        VariationNames names = new VariationNames(result);
        evidence.check(
                "runs with learning rate 10 that learn anything, of " + result.seeds(),
                result.learners(Variation.LEARNING_RATE_10),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "the requirement's definition: test accuracy within 0.02 of chance, or a loss that is NaN or infinite");
        evidence.check(
                "points of its curves that are NaN or infinite",
                result.of(Variation.LEARNING_RATE_10).runs().stream()
                        .flatMap(run -> run.result().curves().values().values().stream())
                        .flatMapToDouble(Arrays::stream)
                        .filter(value -> !Double.isFinite(value))
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "a run that diverges is stopped there, and its curves end before");
        for (Variation learning : List.of(Variation.BASE, Variation.LEARNING_RATE_TEN_THOUSANDTH)) {
            evidence.check(
                    "control: runs with " + names.of(learning) + " that learn anything, of " + result.seeds(),
                    result.learners(learning),
                    Bound.exactly(result.seeds()),
                    EvidenceKind.STATISTICAL,
                    "the same network learns with smaller steps");
        }
        new VariationChecks(result).higherLoss(evidence, Variation.LEARNING_RATE_TEN_THOUSANDTH, Variation.BASE);
    }
}
