package org.dlcourse.homework.dogs.mnist;

import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

class MnistTest {
    @Requirement("DOGS-1")
    void trainingTimeGrowsInProportionToTheTrainingSet(Experiments experiments, Evidence evidence) {
        MnistBySize.Result result = experiments.run(new MnistBySize());
        MnistFigures figures = new MnistFigures(result);
        MnistAnswers answers = new MnistAnswers(result);
        result.sizes().forEach(size -> evidence.data(size.data().description()));
        answers.subset().ifPresent(subset -> evidence.answer("Is this the whole data set?", subset));
        evidence.answer("What happens to the training time?", answers.time());
        evidence.answer("How long would the whole training set take?", answers.wholeSet());
        evidence.figure(figures.time());
        evidence.figure(figures.losses());
        evidence.table(figures.table());
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
        evidence.assertChecks();
    }

    @Requirement("DOGS-2")
    void testAccuracyRisesWithTheTrainingSet(Experiments experiments, Evidence evidence) {
        MnistBySize.Result result = experiments.run(new MnistBySize());
        MnistFigures figures = new MnistFigures(result);
        MnistAnswers answers = new MnistAnswers(result);
        result.sizes().forEach(size -> evidence.data(size.data().description()));
        answers.subset().ifPresent(subset -> evidence.answer("Is this the whole data set?", subset));
        evidence.answer("What happens to the accuracy?", answers.accuracy());
        evidence.figure(figures.accuracy());
        evidence.table(figures.table());
        double smallest = result.sizes().get(0).repeats().testAccuracy().mean();
        String withFew = String.format(
                Locale.ROOT, "with %,d images", result.sizes().get(0).images());
        String withMany =
                String.format(Locale.ROOT, "with %,d images", result.largest().images());
        double largest = result.largest().repeats().testAccuracy().mean();
        evidence.check(
                "test accuracy " + withMany + " less that " + withFew,
                largest - smallest,
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "the requirement's: more images, higher accuracy");
        evidence.check(
                "test accuracy " + withFew,
                smallest,
                Bound.above(
                        ChanceLevel.upperEnd(10, result.largest().data().test().count())),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance");
        if (result.origin() == Origin.SYNTHETIC) {
            evidence.check(
                    "test accuracy " + withMany,
                    largest,
                    Bound.below(.99),
                    EvidenceKind.STATISTICAL,
                    "the stand-in must leave room, or it would prove nothing");
        }
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "differences from one size to the next that are above 0, of 3",
                    answers.rises(),
                    Bound.exactly(3),
                    EvidenceKind.STATISTICAL,
                    "the requirement's: increasing");
            evidence.check(
                    "mean test accuracy " + withFew,
                    smallest,
                    Bound.above(.83),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
            evidence.check(
                    "mean test accuracy " + withMany,
                    largest,
                    Bound.above(.90),
                    EvidenceKind.STATISTICAL,
                    "the requirement's");
        }
        evidence.assertChecks();
    }
}
