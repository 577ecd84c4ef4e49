package org.dlcourse.homework.ann.learningrates;

import org.dlcourse.experiment.Repeats;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on convergence and on the value of the schedule.
 *
 * @param result of the comparison of learning rates
 * @param adam runs of the same architecture and data with Adam
 */
record ConvergencePage(LearningRateComparison.Result result, Repeats adam) {
    void show(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        ScheduleAnswers schedule = new ScheduleAnswers(result, adam);
        evidence.conclusion(answers.conclusion() + schedule.gain());
        evidence.data(result.data().description());
        evidence.answer("Question 1: How does the learning rate affect the speed of convergence?", answers.speed());
        evidence.answer("Question 2: How does it affect the point that training converges to?", answers.endPoint());
        evidence.answer("Question 3: Does the schedule work, and in what sense?", schedule.works());
        evidence.answer("Question 4: How does the schedule compare with Adam?", schedule.comparisonWithAdam());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.figure(new ScheduleFigure(result).figure());
        evidence.table(schedule.fluctuations().table());
        evidence.table(new OptimiserTable(result, adam).table());
    }

    void check(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        int last = answers.smallest()
                .meanCurves()
                .steps()[answers.smallest().meanCurves().steps().length - 1];
        for (Repeats larger : answers.larger()) {
            evidence.check(
                    "steps with learning rate " + LearningRateAnswers.learningRate(larger)
                            + " to the final loss of learning rate "
                            + LearningRateAnswers.learningRate(answers.smallest()),
                    answers.stepsToFinalLossOfSmallest(larger),
                    Bound.below(last),
                    EvidenceKind.STATISTICAL,
                    "the steps that learning rate " + LearningRateAnswers.learningRate(answers.smallest())
                            + " takes (first answer)");
            answers.losses(larger).check(evidence);
            answers.accuracies(larger).check(evidence);
        }
        new ScheduleAnswers(result, adam).fluctuations().check(evidence);
        SchedulePage.checkTestAccuracy(evidence, result, adam);
    }
}
