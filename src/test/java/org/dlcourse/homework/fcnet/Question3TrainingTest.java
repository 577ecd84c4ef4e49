package org.dlcourse.homework.fcnet;

import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Question3TrainingTest {
    @Requirement("FCNET-3a")
    void gradientDescentMemorisesTheToyData(Evidence evidence) {
        ToyData toy = GoldenToyData.handout();
        ToyTrainingPage page = new ToyTrainingPage(
                ToyTraining.of(new MatrixTwoLayerNetwork(), toy.parameters(), toy.inputs(), toy.labels()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-3b")
    void searchFindsBetterHyperparametersThanTheDefault(Experiments experiments, Evidence evidence) {
        SearchPage page = new SearchPage(experiments.run(new HyperparameterSearch()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
