package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.figure.Figure;
import org.dlcourse.grading.Solutions;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;

class Part5LearningRatesTest {
    @Requirement("ANN-5.1")
    void smallestLearningRateHasTheHighestFinalLoss(
            Experiments experiments, CourseSettings settings, Solutions solutions, Evidence evidence) {
        Optional<HandedInLearningRates> handedIn =
                solutions.results(HandedInLearningRates.PART).map(HandedInLearningRates::new);
        if (handedIn.isPresent()) {
            Optional<Figure> reference =
                    experiments.kept(new LearningRateComparison()).map(kept -> new LearningRateFigure(kept).figure());
            handedIn.get().show(evidence, new ReferenceCurves("ANN-5.1", reference, settings));
            handedIn.get().check(evidence);
            evidence.assertChecks();
            return;
        }
        LearningRateComparison.Result result = experiments.run(new LearningRateComparison());
        LearningRatePage page = new LearningRatePage(result);
        page.show(evidence);
        page.attach(evidence, new ResultFiles(settings.results(), "ann"));
        page.check(evidence);

        for (Repeats repeats : result.constant()) {
            assertThat(repeats.meanCurves().of(Curve.VALIDATION_ACCURACY))
                    .as("points of the curve with %s", repeats.plan().optimiser())
                    .hasSize(repeats.plan().points(result.data().training().count()));
        }
        evidence.assertChecks();
    }

    @Requirement("ANN-5.2")
    void scheduleKeepsTheWeightsAndComesCloseToAdam(Experiments experiments, Evidence evidence) {
        SwitchControl.Result control = experiments.run(new SwitchControl());
        SchedulePage page = new SchedulePage(
                experiments.run(new LearningRateComparison()), experiments.run(new AdamRuns()), control);
        page.show(evidence);
        page.check(evidence);

        assertThat(control.switches()).as("switches in the control").isEqualTo(2);
        evidence.assertChecks();
    }

    @Requirement("ANN-5.3")
    void learningRateAffectsSpeedAndEndPoint(Experiments experiments, Evidence evidence) {
        ConvergencePage page =
                new ConvergencePage(experiments.run(new LearningRateComparison()), experiments.run(new AdamRuns()));
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
    }
}
