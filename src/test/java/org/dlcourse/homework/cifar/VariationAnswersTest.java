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
                        "Test accuracy after 2 epochs: without augmentation (tutorial) 0.500, with augmentation 0.520. ")
                .endsWith(
                        "The difference is within three standard errors of the difference on 1,000 test images (0.067), for one"
                                + " seed.");
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
    void orderIsSaidToBeAssertedAtFullScaleOnlyWhereItIsNot() {
        assertThat(order(Scale.QUICK)).contains("asserted at full scale only", "500 images for 2 epochs");
        assertThat(order(Scale.FULL)).doesNotContain("asserted");
    }

    private static String order(Scale scale) {
        return new VariationAnswers(
                        result(scale, trial(Variation.BASE, .1, .3), trial(Variation.LAYERS_WITH_RELU, .1, .2)))
                .order(Variation.BASE, Variation.LAYERS_WITH_RELU);
    }

    private static String comparison(double one, double other) {
        return new VariationAnswers(
                        result(Scale.QUICK, trial(Variation.BASE, .1, one), trial(Variation.AUGMENTED, .1, other)))
                .comparison(Variation.BASE, Variation.AUGMENTED);
    }
}
