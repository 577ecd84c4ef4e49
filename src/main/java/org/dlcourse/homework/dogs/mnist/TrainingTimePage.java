package org.dlcourse.homework.dogs.mnist;

import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * DOGS-1: training time by the size of the training set.
 *
 * @param result what was found
 */
record TrainingTimePage(MnistBySize.Result result) {
    void show(Evidence evidence) {
        MnistFigures figures = new MnistFigures(result);
        MnistAnswers answers = new MnistAnswers(result);
        result.sizes().forEach(size -> evidence.data(size.data().description()));
        answers.subset().ifPresent(subset -> evidence.answer("Is this the whole data set?", subset));
        evidence.answer("What happens to the training time?", answers.time());
        evidence.answer("How long would the whole training set take?", answers.wholeSet());
        evidence.figure(figures.time());
        evidence.figure(figures.losses());
        evidence.table(figures.table());
    }

    void check(Evidence evidence) {
        for (MnistBySize.Size size : result.sizes()) {
            LearningCurves curves = size.repeats().meanCurves();
            evidence.check(
                    "steps for " + size.images() + " images",
                    curves.steps()[curves.steps().length - 1],
                    Bound.exactly(result.epochs() * size.images() / 10.0),
                    EvidenceKind.EXACT,
                    "a step for every ten images of every epoch: the work is in proportion");
            evidence.check(
                    "last loss as a part of the first, " + size.images() + " images",
                    curves.finalMean(Curve.MEAN_TRAINING_LOSS, 1) / curves.of(Curve.MEAN_TRAINING_LOSS)[0],
                    Bound.below(1),
                    EvidenceKind.STATISTICAL,
                    "something is learnt");
        }
    }
}
