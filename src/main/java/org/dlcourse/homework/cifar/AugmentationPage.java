package org.dlcourse.homework.cifar;

import java.util.List;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * CIFAR-7: augmentation of the training images.
 *
 * @param result runs with augmentation and without
 * @param control the untrained network on the same images
 * @param seed of the crops that are shown
 */
record AugmentationPage(Variations.Result result, AugmentationControl control, long seed) {
    static final Variations EXPERIMENT =
            new Variations(List.of(Variation.NOT_AUGMENTED, Variation.AUGMENTED), TutorialCifar10.Size.FEW);

    static AugmentationPage of(Variations.Result result, long seed) {
        return new AugmentationPage(
                result, AugmentationControl.of(result.prepared().data(), seed), seed);
    }

    void show(Evidence evidence) {
        evidence.conclusion(new AugmentationAnswer(result).gaps());
        new VariationOverview("With augmentation and without", result).show(evidence);
        evidence.answer("Does augmentation reduce overfitting?", new AugmentationAnswer(result).overfitting());
        evidence.answer(
                "What is the effect on the test accuracy?",
                new VariationAnswers(result).comparison(Variation.NOT_AUGMENTED, Variation.AUGMENTED));
        evidence.figure(new AugmentationFigure(result.prepared(), seed).figure());
    }

    void check(Evidence evidence) {
        RepeatedRun.ofProcess()
                .checkBits(
                        evidence,
                        "test probabilities that augmentation changes at learning rate 0",
                        control.changedTestProbabilities(),
                        "test images are not augmented: the same network gives the same outputs, to the bit");
        evidence.check(
                "control: absolute difference of the training losses at learning rate 0, with augmentation and without",
                control.trainingLossDifference(),
                Bound.above(1e-6),
                EvidenceKind.EXACT,
                "training images are augmented, so that their loss differs");
        VariationChecks checks = new VariationChecks(result);
        checks.higher(
                evidence,
                "gap between training and test accuracy",
                result.gaps(Variation.NOT_AUGMENTED),
                result.gaps(Variation.AUGMENTED));
        checks.aboveChance(evidence, Variation.AUGMENTED);
    }
}
