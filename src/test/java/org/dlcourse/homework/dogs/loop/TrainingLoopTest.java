package org.dlcourse.homework.dogs.loop;

import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class TrainingLoopTest {
    @Requirement("DOGS-0")
    void trainingValidationAndTestingGiveTheResultsByHand(Solutions solutions, Evidence evidence) {
        OneEpochPage page = new OneEpochPage(OneEpoch.run());
        page.show(evidence);
        page.check(evidence);
        TrainingFunctionsPage functions = TrainingFunctionsPage.of(solutions);
        functions.show(evidence);
        functions.check(evidence);
        evidence.assertChecks();
    }
}
