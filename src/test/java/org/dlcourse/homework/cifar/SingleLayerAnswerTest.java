package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class SingleLayerAnswerTest {
    private static final double[] STEADY = {.1, .2, .39, .40};

    @Test
    void accuracyThatVariesMoreAndStaysLowerIsExplainedByOvershooting() {
        assertThat(answer(.1, .5, .28, .35))
                .startsWith("Learning rate 0.001: test accuracy between 0.280 and 0.350 from epoch 3 to 4.")
                .contains("Learning rate 0.0001: test accuracy between 0.390 and 0.400 from epoch 3 to 4.")
                .contains("the steps overshoot");
    }

    @Test
    void lowerAccuracyWithALowerTrainingLossIsExplainedByOverfitting() {
        double[] accuracies = {.1, .2, .28, .30};
        SingleLayerAnswer answer = new SingleLayerAnswer(result(
                Scale.QUICK,
                trial(Variation.SINGLE_LAYER, new double[] {3, 2, 1.8, 1.5}, accuracies, accuracies),
                trial(Variation.SINGLE_LAYER_LOWER_RATE, STEADY)));

        assertThat(answer.learningRates())
                .contains("its training loss ends lower (1.500 against 2.000)")
                .endsWith("It overfits.");
    }

    @Test
    void overlappingAccuraciesShowNothing() {
        assertThat(answer(.1, .2, .28, .395)).endsWith("These data cannot show which learning rate is better.");
    }

    @Test
    void lowerAccuracyThatVariesLessShowsNothing() {
        assertThat(answer(.1, .2, .28, .281)).endsWith("These data cannot show which learning rate is better.");
    }

    private static String answer(double... accuracies) {
        return new SingleLayerAnswer(result(
                        Scale.QUICK,
                        trial(Variation.SINGLE_LAYER, accuracies),
                        trial(Variation.SINGLE_LAYER_LOWER_RATE, STEADY)))
                .learningRates();
    }
}
