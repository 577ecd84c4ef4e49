package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class DogSetTest {
    @Requirement("DOGS-3")
    void imagesAreCountedByPartitionAndBreed(Experiments experiments, Evidence evidence) {
        DogImagesPage page = new DogImagesPage(experiments.run(new DogImages()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-4")
    void hardImagesAreThoseWithTheLargestLoss(Experiments experiments, Evidence evidence) {
        PartitionedImages images = experiments.run(new DogImages()).images();
        assertThat(HardImages.breeds(images.test(), images.classes()))
                .as("breeds with enough test images, checked before training")
                .isNotEmpty();
        HardImagesPage page = HardImagesPage.of(experiments.run(new DogNetworks()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-6")
    void fullyConnectedNetworkIsTrainedUntilItsValidationLossStopsFalling(Experiments experiments, Evidence evidence) {
        DogTrainingPage page = DogTrainingPage.ofPerceptron(experiments.run(new DogNetworks()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-9")
    void convolutionalNetworkIsTrainedUntilItsValidationLossStopsFalling(Experiments experiments, Evidence evidence) {
        DogTrainingPage page = DogTrainingPage.ofConvolutional(experiments.run(new DogNetworks()));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
