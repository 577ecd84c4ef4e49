package org.dlcourse.homework.dogs.loop;

import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class TrainingLoopTest {
    @Requirement("DOGS-0")
    void trainingValidationAndTestingGiveTheResultsByHand(Solutions solutions, Evidence evidence) {
        TrainingFunctionsPage page = TrainingFunctionsPage.of(solutions);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
