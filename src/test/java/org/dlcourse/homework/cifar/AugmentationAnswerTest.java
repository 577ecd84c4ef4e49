package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class AugmentationAnswerTest {
    @Test
    void smallerGapIsExplained() {
        assertThat(answer(.8, .5, .55, .5))
                .isEqualTo(
                        "Training accuracy, on the unchanged images, exceeds test accuracy by 0.300 without augmentation and by"
                                + " 0.050 with it. With augmentation an image is different in every epoch,"
                                + " so that the network cannot memorise it.");
    }

    @Test
    void largerGapIsNamed() {
        assertThat(answer(.8, .5, .9, .5)).endsWith("Here augmentation does not reduce the gap.");
    }

    @Test
    void networkThatDoesNotOverfitIsNamed() {
        assertThat(answer(.52, .5, .5, .5)).endsWith("the network does not overfit yet.");
    }

    @Test
    void augmentedNetworkAtChanceIsNamed() {
        assertThat(answer(.8, .5, .11, .11)).endsWith("With augmentation the network has learnt nothing yet.");
    }

    private static String answer(
            double training, double test, double trainingWithAugmentation, double testWithAugmentation) {
        return new AugmentationAnswer(result(
                        Scale.QUICK,
                        trial(Variation.NOT_AUGMENTED, new double[] {training}, new double[] {test}),
                        trial(Variation.AUGMENTED, new double[] {trainingWithAugmentation}, new double[] {
                            testWithAugmentation
                        })))
                .overfitting();
    }
}
