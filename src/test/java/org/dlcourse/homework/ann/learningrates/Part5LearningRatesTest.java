package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

class Part5LearningRatesTest {
    private static final double ADAM_TOLERANCE = 0.02;

    @Requirement("ANN-5.1")
    void smallestLearningRateEndsBehindTheLargerOnes(
            Experiments experiments, CourseSettings settings, Evidence evidence) {
        LearningRateComparison.Result result = experiments.run(new LearningRateComparison());
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.data(result.data().description());
        evidence.answer("What came out", answers.speed());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(answers.rates());
        Part5File file = new Part5File(result);
        evidence.file(new ResultFiles(settings.results(), "ann").write(file.name(), file.content()));
        List<Repeats> byRate = result.constant();
        Repeats smallest = byRate.get(2);
        for (Repeats larger : byRate.subList(0, 2)) {
            String rate = "rate " + larger.plan().optimiser().learningRate();
            evidence.check(
                    "final training loss with " + rate,
                    answers.finalLoss(larger),
                    Bound.below(answers.finalLoss(smallest)),
                    EvidenceKind.STATISTICAL,
                    "that with rate 0.001, mean of the last epoch over "
                            + larger.runs().size() + " repeat(s)");
            if (settings.scale() == Scale.QUICK && larger == byRate.get(1)) {
                // 500 validation images cannot tell it from the smallest.
                continue;
            }
            evidence.check(
                    "final validation accuracy with " + rate + ", " + answers.finalAccuracy(larger),
                    answers.finalAccuracy(larger).mean(),
                    Bound.above(answers.finalAccuracy(smallest).mean()),
                    EvidenceKind.STATISTICAL,
                    "that with rate 0.001, " + answers.finalAccuracy(smallest));
        }

        for (Repeats repeats : byRate) {
            assertThat(repeats.meanCurves().of(Curve.VALIDATION_ACCURACY))
                    .as("points of the curve with %s", repeats.plan().optimiser())
                    .hasSize(repeats.plan().points(result.data().training().count()));
        }
        evidence.assertChecks();
    }

    @Requirement("ANN-5.2")
    void scheduleGoesOnWithTheWeightsItHasAndComesCloseToAdam(
            Experiments experiments, CourseSettings settings, Evidence evidence) {
        LearningRateComparison.Result result = experiments.run(new LearningRateComparison());
        ScheduleAnswers answers = schedule(experiments);
        Repeats adam = experiments.run(new AdamRuns());
        evidence.data(result.data().description());
        evidence.answer(
                "When does the rate change?",
                "It starts with 0.1 and goes on to 0.01 and 0.001, each when, by a rule and not by eye, the validation accuracy"
                        + " has stopped rising: " + result.scheduledRule().description() + ".");
        evidence.answer("What came out", answers.besideAdam());
        evidence.figure(new ScheduleFigure(result).figure());
        evidence.table(answers.table());
        evidence.table(new ScheduleFigure(result).switches());
        RepeatedRun repetition = RepeatedRun.ofProcess();
        repetition.checkBits(
                evidence,
                "points before the first switch that differ from the run with the constant rate 0.1",
                answers.differencesBeforeTheSwitch(),
                "the same seed, so the same training to the bit until the rate changes");
        SwitchControl.Result control = experiments.run(new SwitchControl());
        repetition.checkBits(
                evidence,
                "weights and losses that " + control.switches() + " switches to the very same rate change, in mlp_1",
                control.differences(),
                "a switch changes the rate and nothing else: the run equals one without a switch to the bit");
        evidence.check(
                "runs that switched at least once, of "
                        + result.scheduled().runs().size(),
                answers.switched(),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "without a switch there would be no schedule to see");
        if (settings.scale() == Scale.FULL) {
            evidence.check(
                    "test accuracy with the schedule, " + result.scheduled().testAccuracy(),
                    result.scheduled().testAccuracy().mean(),
                    Bound.atLeast(adam.testAccuracy().mean() - ADAM_TOLERANCE),
                    EvidenceKind.STATISTICAL,
                    "Adam's, " + adam.testAccuracy() + ", less .02 (published: .649 against .633)");
        }

        assertThat(control.switches()).as("switches in the control").isEqualTo(2);
        evidence.assertChecks();
    }

    @Requirement("ANN-5.3")
    void learningRateActsOnSpeedAndEndPoint(Experiments experiments, Evidence evidence) {
        LearningRateComparison.Result result = experiments.run(new LearningRateComparison());
        LearningRateAnswers answers = new LearningRateAnswers(result);
        ScheduleAnswers schedule = schedule(experiments);
        evidence.data(result.data().description());
        evidence.answer("How does the learning rate affect the speed of convergence?", answers.speed());
        evidence.answer("How does it affect the point that training converges to?", answers.endPoint());
        evidence.answer("Does the schedule work, and in what sense?", schedule.works());
        evidence.answer("How does the schedule compare with Adam?", schedule.besideAdam());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(schedule.table());
        evidence.check(
                "training loss of rate 0.001 less that of rate 0.1, last epoch",
                answers.finalLoss(result.constant().get(2))
                        - answers.finalLoss(result.constant().get(0)),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the answer on speed rests on it");

        evidence.assertChecks();
    }

    private static ScheduleAnswers schedule(Experiments experiments) {
        return new ScheduleAnswers(experiments.run(new LearningRateComparison()), experiments.run(new AdamRuns()));
    }
}
