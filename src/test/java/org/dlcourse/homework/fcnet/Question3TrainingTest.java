package org.dlcourse.homework.fcnet;

import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.exercise.reference.GradientDescent;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Question3TrainingTest {
    @Requirement("FCNET-3a")
    void gradientDescentMemorisesTheToyData(Solutions solutions, Evidence evidence) {
        TwoLayerTraining solution = solutions.of(TwoLayerTraining.class, GradientDescent::new);
        ToyTrainingPage page =
                ToyTrainingPage.of(solution, GoldenToyData.handout(), GoldenToyData.biased(), solutions::precision);
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
