package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * CIFAR-1: the tutorial network as it comes.
 *
 * @param result its run
 * @param confusion of the test images
 */
record TutorialNetworkPage(Variations.Result result, ConfusionMatrix confusion) {
    static final Variations EXPERIMENT = new Variations(List.of(Variation.OUT_OF_THE_BOX));

    static TutorialNetworkPage of(Variations.Result result) {
        return new TutorialNetworkPage(
                result,
                ConfusionMatrix.of(
                        result.of(Variation.OUT_OF_THE_BOX).run().result().testProbabilities(),
                        result.prepared().images().classes(),
                        result.prepared().data().test().labels()));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The tutorial network has %,d parameters and classifies %.3f of the test images correctly after %d epochs (%s); the class with the lowest accuracy is %s (%.2f with the first seed).",
                trial().plan().architecture().parameterCount(),
                trial().after(trial().epochs(), Curve.TEST_ACCURACY),
                trial().epochs(),
                result.seeds() == 1 ? "one seed" : "mean of " + result.seeds() + " seeds",
                confusion.leastRecognisedClass(),
                confusion.lowestClassAccuracy()));
        new VariationOverview("The tutorial network", result).show(evidence);
        evidence.answer("Result", new VariationAnswers(result).accuracies(Variation.OUT_OF_THE_BOX));
        evidence.figure(confusion.figure(
                new RunCaption(result.scale(), result.prepared().data(), List.of(trial().run())).text()));
        evidence.table(confusion.table());
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        checks.parameters(evidence, Variation.OUT_OF_THE_BOX, 62_006);
        evidence.check(
                "test accuracy by the confusion matrix minus that of the run",
                confusion.accuracy() - trial().run().result().testAccuracy(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the same predictions counted twice, by class and in total");
        checks.aboveChance(evidence, Variation.OUT_OF_THE_BOX);
        if (result.scale() == Scale.QUICK) {
            evidence.check(
                    "lowest accuracy of a class, first seed",
                    confusion.lowestClassAccuracy(),
                    Bound.above(.1),
                    EvidenceKind.STATISTICAL,
                    "guessing at random classifies a tenth of each class correctly");
        }
        checks.accuracyAtFullScale(evidence, Variation.OUT_OF_THE_BOX, .50, .58);
    }

    private Trial trial() {
        return result.of(Variation.OUT_OF_THE_BOX);
    }
}
