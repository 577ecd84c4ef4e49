package org.dlcourse.homework.dogs.mnist;

import java.util.Locale;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * DOGS-1: training time against the size of the training set.
 *
 * @param result the runs on all training sets
 */
record TrainingTimePage(MnistBySize.Result result) {
    void show(Evidence evidence) {
        MnistFigures figures = new MnistFigures(result);
        MnistAnswers answers = new MnistAnswers(result);
        evidence.conclusion(answers.timeConclusion());
        result.sizes().forEach(size -> evidence.data(size.data().description()));
        answers.subset().ifPresent(subset -> evidence.answer("Is this the whole data set?", subset));
        evidence.answer("How does the training time depend on the size of the training set?", answers.time());
        evidence.answer("How long would the whole training set take?", answers.wholeSet());
        answers.quickScale()
                .ifPresent(constants -> evidence.answer("Which constants differ from the handout?", constants));
        evidence.figure(figures.time());
        evidence.figure(figures.losses());
        evidence.table(figures.table());
    }

    void check(Evidence evidence) {
        TimeFit fit = result.time();
        evidence.check(
                "seconds per image, lower end of the 95 % confidence interval",
                fit.secondsPerImage() - fit.halfWidth(),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the time increases with the number of images; the interval is that of the least-squares line's slope and"
                        + " excludes 0 exactly if r² is significant at the level 0.05");
        for (MnistBySize.Size size : result.sizes()) {
            LearningCurves curves = size.repeats().meanCurves();
            evidence.check(
                    String.format(Locale.ROOT, "steps for %,d images", size.images()),
                    curves.steps()[curves.steps().length - 1],
                    Bound.exactly(result.epochs() * size.images() / 10.0),
                    EvidenceKind.EXACT,
                    "one step per ten images and epoch: the work is proportional to the number of images");
            evidence.check(
                    String.format(
                            Locale.ROOT, "ratio of the last epoch's loss to the first's, %,d images", size.images()),
                    curves.finalMean(Curve.MEAN_TRAINING_LOSS, 1) / curves.of(Curve.MEAN_TRAINING_LOSS)[0],
                    Bound.below(1),
                    EvidenceKind.STATISTICAL,
                    "the training loss falls");
        }
    }
}
