package org.dlcourse.homework.dogs.loop;

import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class TrainingLoopTest {
    @Requirement("DOGS-0")
    void trainingValidationAndTestingGiveTheResultsByHand(Evidence evidence) {
        OneEpochPage page = new OneEpochPage(OneEpoch.run());
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
