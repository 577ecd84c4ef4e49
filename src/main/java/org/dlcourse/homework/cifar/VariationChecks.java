package org.dlcourse.homework.cifar;

import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The checks that several pages make of a variation's run.
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

    void aboveChance(Evidence evidence, Variation variation) {
        evidence.check(
                "test accuracy of " + name(variation),
                result.of(variation).run().result().testAccuracy(),
                Bound.above(ChanceLevel.upperEnd(CLASSES, result.testImages())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
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

    private String name(Variation variation) {
        return new VariationNames(result).of(variation);
    }
}
