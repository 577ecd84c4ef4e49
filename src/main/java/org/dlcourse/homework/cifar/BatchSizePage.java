package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.report.Evidence;

/**
 * CIFAR-5: batch sizes 1, 4 and 1,000.
 *
 * @param result their runs
 */
record BatchSizePage(Variations.Result result) {
    static final Variations EXPERIMENT = new Variations(
            List.of(Variation.BATCH_SIZE_1, Variation.BATCH_SIZE_4, Variation.BATCH_SIZE_1000),
            TutorialCifar10.Size.ONE_LARGE_BATCH);

    void show(Evidence evidence) {
        evidence.conclusion(new BatchSizeAnswer(result).leastProgress());
        new VariationOverview("Batch sizes 1, 4 and 1,000", result).show(evidence);
        evidence.answer("What is the effect of the batch size?", new BatchSizeAnswer(result).effect());
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        for (Variation smaller : List.of(Variation.BATCH_SIZE_1, Variation.BATCH_SIZE_4)) {
            checks.higherLoss(evidence, Variation.BATCH_SIZE_1000, smaller);
        }
    }
}
