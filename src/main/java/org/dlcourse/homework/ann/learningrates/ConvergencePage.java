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
        evidence.data(result.data().description());
        evidence.answer("How does the learning rate affect the speed of convergence?", answers.speed());
        evidence.answer("How does it affect the point that training converges to?", answers.endPoint());
        evidence.answer("Does the schedule work, and in what sense?", schedule.works());
        evidence.answer("How does the schedule compare with Adam?", schedule.comparisonWithAdam());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(new OptimiserTable(result, adam).table());
    }

    void check(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.check(
                "training loss with learning rate 0.001 minus that with 0.1, last epoch",
                answers.finalLoss(answers.smallest())
                        - answers.finalLoss(result.constant().get(0)),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the answer on the speed of convergence relies on it");
    }
}
