package org.dlcourse.homework.cifar;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class VariationsTest {
    @Requirement("CIFAR-1")
    void tutorialNetworkIsTrainedOutOfTheBox(Experiments experiments, Evidence evidence) {
        TutorialNetworkPage page = TutorialNetworkPage.of(experiments.run(TutorialNetworkPage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-2")
    void singleFullyConnectedLayerLearns(Experiments experiments, Evidence evidence) {
        SingleLayerPage page = new SingleLayerPage(experiments.run(SingleLayerPage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-3")
    void layersWithoutReluAreOneAffineMap(Experiments experiments, Evidence evidence) {
        ReluPage page = ReluPage.of(experiments.run(ReluPage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-4")
    void networkWithConvolutionsLearns(Experiments experiments, Evidence evidence) {
        ConvolutionPage page = new ConvolutionPage(experiments.run(ConvolutionPage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-5")
    void largestBatchMakesTheLeastProgressPerEpoch(Experiments experiments, Evidence evidence) {
        BatchSizePage page = new BatchSizePage(experiments.run(BatchSizePage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-6")
    void learningRateTenIsDetectedAndReported(Experiments experiments, Evidence evidence) {
        LearningRatePage page = new LearningRatePage(experiments.run(LearningRatePage.EXPERIMENT));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-7")
    void augmentationChangesTrainingImagesOnly(Experiments experiments, CourseSettings settings, Evidence evidence) {
        AugmentationPage page = AugmentationPage.of(experiments.run(AugmentationPage.EXPERIMENT), settings.seed());
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("CIFAR-8")
    void meanSquaredErrorFallsInTraining(Experiments experiments, CourseSettings settings, Evidence evidence) {
        SquaredErrorPage page = SquaredErrorPage.of(experiments.run(SquaredErrorPage.EXPERIMENT), settings.seed());
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
