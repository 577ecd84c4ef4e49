package org.dlcourse.homework.dogs.mnist;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class MnistTest {
    @Requirement("DOGS-1")
    void trainingTimeIsProportionalToTheSizeOfTheTrainingSet(Experiments experiments, Evidence evidence) {
        TrainingTimePage page = new TrainingTimePage(experiments.run(new MnistBySize()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-2")
    void testAccuracyIncreasesWithTheSizeOfTheTrainingSet(Experiments experiments, Evidence evidence) {
        AccuracyBySizePage page = new AccuracyBySizePage(experiments.run(new MnistBySize()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
