package org.dlcourse.homework.dogs.mnist;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class MnistTest {
    @Requirement("DOGS-1")
    void trainingTimeGrowsInProportionToTheTrainingSet(Experiments experiments, Evidence evidence) {
        TrainingTimePage page = new TrainingTimePage(experiments.run(new MnistBySize()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-2")
    void testAccuracyRisesWithTheTrainingSet(Experiments experiments, Evidence evidence) {
        AccuracyBySizePage page = new AccuracyBySizePage(experiments.run(new MnistBySize()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
