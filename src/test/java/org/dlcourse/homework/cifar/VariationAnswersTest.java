package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class VariationAnswersTest {
    @Test
    void differenceWithinThreeStandardErrorsIsCalledThat() {
        assertThat(comparison(.50, .52))
                .startsWith(
                        "Test accuracy after 2 epochs: training without augmentation 0.500, training with augmentation 0.520. ")
                .endsWith(
                        "The difference is within three standard errors of the difference on 1,000 test images (0.067), for one"
                                + " seed; another seed may differ by more.");
    }

    @Test
    void higherAccuracyIsNamed() {
        assertThat(comparison(.50, .60)).contains("The second is higher by more than three standard errors");
        assertThat(comparison(.60, .50)).contains("The first is higher by more than three standard errors");
    }

    @Test
    void runsAreComparedAfterTheEpochsThatBothHave() {
        VariationAnswers answers = new VariationAnswers(
                result(Scale.QUICK, trial(Variation.BASE, .1, .2, .3), trial(Variation.LAYERS_WITH_RELU, .1, .4)));

        assertThat(answers.comparison(Variation.BASE, Variation.LAYERS_WITH_RELU))
                .startsWith("Test accuracy after 2 epochs: the tutorial network 0.200, three layers with ReLU 0.400.");
    }

    @Test
    void severalSeedsAreComparedByThePairedTest() {
        assertThat(ofThreeSeeds(.5, .6, .7))
                .startsWith(
                        "The mean test accuracy after 1 epoch is 0.600 for training without augmentation and 0.300 for training with"
                                + " augmentation (difference +0.300; paired t-test over 3 seeds, one-sided, p = ");
        assertThat(ofThreeSeeds(.2, .31, .4)).endsWith(" These seeds do not show that one is better.");
    }

    private static String ofThreeSeeds(double... accuracies) {
        return new VariationAnswers(result(
                        Scale.QUICK,
                        SampleVariations.seeds(Variation.NOT_AUGMENTED, accuracies),
                        SampleVariations.seeds(Variation.AUGMENTED, .21, .29, .4)))
                .comparison(Variation.NOT_AUGMENTED, Variation.AUGMENTED);
    }

    private static String comparison(double one, double other) {
        return new VariationAnswers(result(
                        Scale.QUICK, trial(Variation.NOT_AUGMENTED, .1, one), trial(Variation.AUGMENTED, .1, other)))
                .comparison(Variation.NOT_AUGMENTED, Variation.AUGMENTED);
    }
}
