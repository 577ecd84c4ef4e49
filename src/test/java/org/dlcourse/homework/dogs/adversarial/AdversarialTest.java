package org.dlcourse.homework.dogs.adversarial;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class AdversarialTest {
    @Requirement("DOGS-14")
    void changesAlongTheInputGradientMisleadTheNetworkMoreThanNoise(Experiments experiments, Evidence evidence) {
        AdversarialPage page = new AdversarialPage(experiments.run(new AdversarialExamples()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
