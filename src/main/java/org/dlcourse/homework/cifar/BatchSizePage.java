package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;

/**
 * CIFAR-5: batch sizes 1, 4 and 1,000.
 *
 * @param result their runs
 */
record BatchSizePage(Variations.Result result) {
    static final Variations EXPERIMENT =
            new Variations(List.of(Variation.BATCH_SIZE_1, Variation.BASE, Variation.BATCH_SIZE_1000));

    void show(Evidence evidence) {
        new VariationOverview("Batch sizes 1, 4 and 1,000", result).show(evidence);
        evidence.answer("What is the effect of the batch size?", new BatchSizeAnswer(result).effect());
    }

    void check(Evidence evidence) {
        VariationNames names = new VariationNames(result);
        for (Variation smaller : List.of(Variation.BATCH_SIZE_1, Variation.BASE)) {
            evidence.check(
                    "training loss with batch size 1,000 minus that with " + names.of(smaller) + ", after "
                            + result.commonEpochs() + " epochs",
                    result.atCommonEpochs(Variation.BATCH_SIZE_1000, Curve.MEAN_TRAINING_LOSS)
                            - result.atCommonEpochs(smaller, Curve.MEAN_TRAINING_LOSS),
                    Bound.above(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement's: the least progress at equal epochs and learning rate");
        }
    }
}
