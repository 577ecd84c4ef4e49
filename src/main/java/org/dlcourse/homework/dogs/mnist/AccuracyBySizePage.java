package org.dlcourse.homework.dogs.mnist;

import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * DOGS-2: test accuracy against the size of the training set.
 *
 * @param result the runs on all training sets
 */
record AccuracyBySizePage(MnistBySize.Result result) {
    void show(Evidence evidence) {
        MnistFigures figures = new MnistFigures(result);
        MnistAnswers answers = new MnistAnswers(result);
        evidence.conclusion(answers.accuracyConclusion());
        result.sizes().forEach(size -> evidence.data(size.data().description()));
        answers.subset().ifPresent(subset -> evidence.answer("Is this the whole data set?", subset));
        evidence.answer("How does the test accuracy depend on the size of the training set?", answers.accuracy());
        answers.quickScale()
                .ifPresent(constants -> evidence.answer("Which constants differ from the handout?", constants));
        evidence.figure(figures.accuracy());
        evidence.table(figures.table());
    }

    void check(Evidence evidence) {
        Size smallest = result.sizes().get(0);
        Size largest = result.largest();
        MnistAnswers answers = new MnistAnswers(result);
        for (Size size : result.sizes()) {
            if (result.scale() == Scale.QUICK) {
                evidence.check(
                        "steps of the compared runs " + images(size),
                        size.equalSteps().plan().steps(size.images()),
                        Bound.exactly(largest.equalSteps().plan().steps(largest.images())),
                        EvidenceKind.EXACT,
                        "as many as on the largest training set, so that the number of images alone differs");
            }
        }
        answers.comparisons().forEach(comparison -> comparison.check(evidence));
        evidence.check(
                "test accuracy " + images(smallest),
                accuracy(smallest),
                Bound.above(ChanceLevel.upperEnd(10, largest.data().test().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        if (result.origin() == Origin.SYNTHETIC) {
            evidence.check(
                    "test accuracy " + images(largest),
                    accuracy(largest),
                    Bound.below(.99),
                    EvidenceKind.STATISTICAL,
                    "on synthetic images that are classified without errors, more images could not help");
        }
        if (result.scale() == Scale.FULL) {
            checkAtFullScale(evidence);
        }
    }

    private void checkAtFullScale(Evidence evidence) {
        Size smallest = result.sizes().get(0);
        evidence.check(
                "increases from one size to the next, of 3",
                new MnistAnswers(result).rises(),
                Bound.exactly(3),
                EvidenceKind.STATISTICAL,
                "the requirement: the accuracy increases with each size");
        evidence.check(
                "mean test accuracy " + images(smallest),
                accuracy(smallest),
                Bound.above(.83),
                EvidenceKind.STATISTICAL,
                "the requirement's bound");
        evidence.check(
                "mean test accuracy " + images(result.largest()),
                accuracy(result.largest()),
                Bound.above(.90),
                EvidenceKind.STATISTICAL,
                "the requirement's bound");
    }

    private static double accuracy(Size size) {
        return size.accuracies().mean();
    }

    private static String images(Size size) {
        return String.format(Locale.ROOT, "with %,d images", size.images());
    }
}
