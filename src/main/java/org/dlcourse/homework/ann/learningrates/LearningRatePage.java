package org.dlcourse.homework.ann.learningrates;

import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on three constant learning rates.
 *
 * @param result of their comparison
 */
record LearningRatePage(LearningRateComparison.Result result) {
    void show(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.data(result.data().description());
        evidence.answer("Result", answers.speed());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(answers.table());
    }

    /** Writes the handout's result file and attaches it. */
    void attach(Evidence evidence, ResultFiles files) {
        Part5File file = new Part5File(result);
        evidence.file(files.write(file.name(), file.content()));
    }

    void check(Evidence evidence) {
        List<Repeats> constant = result.constant();
        checkLoss(evidence, constant.get(0));
        checkAccuracy(evidence, constant.get(0));
        checkLoss(evidence, constant.get(1));
        if (result.scale() == Scale.FULL) {
            // At quick scale, 500 validation images cannot show a difference from the smallest learning rate.
            checkAccuracy(evidence, constant.get(1));
        }
    }

    private void checkLoss(Evidence evidence, Repeats larger) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        int repeats = larger.runs().size();
        evidence.check(
                "final training loss with " + name(larger),
                answers.finalLoss(larger),
                Bound.below(answers.finalLoss(answers.smallest())),
                EvidenceKind.STATISTICAL,
                "that with " + name(answers.smallest()) + "; means of the last epoch over " + repeats
                        + (repeats == 1 ? " run" : " runs"));
    }

    private void checkAccuracy(Evidence evidence, Repeats larger) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.check(
                "final validation accuracy with " + name(larger) + ", " + answers.finalAccuracy(larger),
                answers.finalAccuracy(larger).mean(),
                Bound.above(answers.finalAccuracy(answers.smallest()).mean()),
                EvidenceKind.STATISTICAL,
                "that with " + name(answers.smallest()) + ", " + answers.finalAccuracy(answers.smallest()));
    }

    private static String name(Repeats repeats) {
        return "learning rate " + LearningRateAnswers.learningRate(repeats);
    }
}
