package org.dlcourse.report;

import org.dlcourse.settings.CourseSettings;

/** Requirements that pass, depend on the seed, are not shown at quick scale, and give no conclusion. Not run by the build itself. */
final class SeedRequirements {
    @Requirement("ANN-1.1")
    void alwaysMet(Evidence evidence) {
        evidence.conclusion("It is so.");
        evidence.check("a number", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.assertChecks();
    }

    @Requirement("ANN-1.2")
    void metUnlessTheSeedIs1449(CourseSettings settings, Evidence evidence) {
        evidence.conclusion("The seed is " + settings.seed() + ".");
        evidence.check("seed", settings.seed(), not1449(), EvidenceKind.STATISTICAL, "because");
        evidence.assertChecks();
    }

    @Requirement("ANN-1.3")
    void notShownAtThisScale(Evidence evidence) {
        evidence.shownAtFullScaleOnly("an epoch takes an hour.");
    }

    @Requirement("ANN-1.4a")
    void saysNothing() {}

    private static Bound not1449() {
        return new Bound("≠ 1449", seed -> seed != 1449);
    }
}
