package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.dataset.PartitionedImages;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class DogSetTest {
    @Requirement("DOGS-3")
    void imagesAreCountedByPartitionAndBreed(Experiments experiments, CourseSettings settings, Evidence evidence) {
        DogImages.Prepared prepared = experiments.run(new DogImages());
        DogImagesPage page = new DogImagesPage(prepared, DogSetFiles.of(prepared.images(), settings));
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
