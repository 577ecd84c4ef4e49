package org.dlcourse.homework.cifar;

import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * The checks that several pages make of variations' runs.
 *
 * @param result the runs
 */
record VariationChecks(Variations.Result result) {
    private static final int CLASSES = 10;

    void parameters(Evidence evidence, Variation variation, long expected) {
        evidence.check(
                "parameters of " + name(variation),
                result.of(variation).run().result().parameters().values().length,
                Bound.exactly(expected),
                EvidenceKind.EXACT,
                "the handout's number; counted in the trained network");
    }

    /** That every seed's test accuracy at the end is above chance. */
    void aboveChance(Evidence evidence, Variation variation) {
        evidence.check(
                "test accuracy of " + name(variation) + " after epoch "
                        + result.of(variation).epochs() + seeds(),
                SeedSample.of(name(variation), result.of(variation).runs(), run -> run.result()
                                .testAccuracy())
                        .min(),
                Bound.above(ChanceLevel.upperEnd(CLASSES, result.testImages())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
    }

    /** That the test accuracy after the common epochs is higher for one variation. */
    void moreAccurate(Evidence evidence, Variation higher, Variation lower) {
        higher(
                evidence,
                "test accuracy",
                result.sample(higher, Curve.TEST_ACCURACY),
                result.sample(lower, Curve.TEST_ACCURACY));
    }

    /** That the training loss after the common epochs is higher for one variation. */
    void higherLoss(Evidence evidence, Variation higher, Variation lower) {
        higher(
                evidence,
                "training loss",
                result.sample(higher, Curve.MEAN_TRAINING_LOSS),
                result.sample(lower, Curve.MEAN_TRAINING_LOSS));
    }

    /** That a number is higher for one sample; with the few runs of the full scale, whose trainings take hours, that it is so in each. */
    void higher(Evidence evidence, String metric, SeedSample higher, SeedSample lower) {
        SeedComparison comparison = new SeedComparison(metric, higher, lower);
        if (result.scale() == Scale.QUICK || result.seeds() >= SeedComparison.FEWEST_SEEDS) {
            comparison.check(evidence);
        } else {
            for (double difference : comparison.differences()) {
                evidence.check(
                        metric + " of " + higher.name() + " minus that of " + lower.name(),
                        difference,
                        Bound.above(0),
                        EvidenceKind.STATISTICAL,
                        "the requirement's order; of one run, whose seed may matter");
            }
        }
    }

    /** That the test accuracy lies in the requirement's interval, at full scale only. */
    void accuracyAtFullScale(Evidence evidence, Variation variation, double lower, double upper) {
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy at full scale of " + name(variation),
                    result.of(variation).run().result().testAccuracy(),
                    Bound.between(lower, upper),
                    EvidenceKind.STATISTICAL,
                    "the requirement's interval");
        }
    }

    private String seeds() {
        return result.seeds() == 1 ? "" : ", the lowest of " + result.seeds() + " seeds";
    }

    private String name(Variation variation) {
        return new VariationNames(result).of(variation);
    }
}
