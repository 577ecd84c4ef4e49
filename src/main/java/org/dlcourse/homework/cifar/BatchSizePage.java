package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.report.Evidence;
import org.dlcourse.training.Curve;

/**
 * CIFAR-5: batch sizes 1, 4 and 1,000.
 *
 * @param result their runs
 */
record BatchSizePage(Variations.Result result) {
    /** The training accuracy that the published curve for batches of 1,000 begins with. */
    private static final double PUBLISHED_START = .8;

    static final Variations EXPERIMENT = new Variations(
            List.of(Variation.BATCH_SIZE_1, Variation.BATCH_SIZE_4, Variation.BATCH_SIZE_1000),
            TutorialCifar10.Size.ONE_LARGE_BATCH);

    void show(Evidence evidence) {
        evidence.conclusion(new BatchSizeAnswer(result).leastProgress());
        new VariationOverview("Batch sizes 1, 4 and 1,000", result).show(evidence);
        evidence.answer("What is the effect of the batch size?", new BatchSizeAnswer(result).effect());
        Variations.Trial largest = result.of(Variation.BATCH_SIZE_1000);
        int steps = largest.plan().batchesPerEpoch(result.trainingImages());
        double first = largest.after(1, Curve.TRAINING_SET_ACCURACY);
        if (first < PUBLISHED_START) {
            evidence.erratum(
                    "With batches of 1,000 the published training accuracy rises from 80 to 87 %.",
                    String.format(
                            Locale.ROOT,
                            "A network with new weights does not begin at 80 %%: after its first epoch (%,d %s) the training"
                                    + " accuracy is %.3f here. The published curve begins above the end of that for batches of 4, 70 %%,"
                                    + " as if an earlier training went on.",
                            steps,
                            steps == 1 ? "step" : "steps",
                            first));
        }
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        for (Variation smaller : List.of(Variation.BATCH_SIZE_1, Variation.BATCH_SIZE_4)) {
            checks.higherLoss(evidence, Variation.BATCH_SIZE_1000, smaller);
        }
    }
}
