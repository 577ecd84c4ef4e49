package org.dlcourse.homework.ann.learningrates;

import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.report.Evidence;

/**
 * The page on three constant learning rates.
 *
 * @param result of their comparison
 */
record LearningRatePage(LearningRateComparison.Result result) {
    void show(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        evidence.conclusion(answers.conclusion());
        evidence.data(result.data().description());
        evidence.answer("Which architecture is trained?", answers.architecture());
        evidence.answer("Result", answers.speed());
        evidence.figure(new LearningRateFigure(result).figure());
        evidence.table(answers.table());
        evidence.figure(answers.points());
    }

    /** Writes the handout's result file and attaches it. */
    void attach(Evidence evidence, ResultFiles files) {
        Part5File file = new Part5File(result);
        evidence.file(files.write(file.name(), file.content()));
    }

    void check(Evidence evidence) {
        LearningRateAnswers answers = new LearningRateAnswers(result);
        for (Repeats larger : answers.larger()) {
            answers.losses(larger).check(evidence);
            answers.accuracies(larger).check(evidence);
        }
    }
}
