package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.cifar.SampleVariations.diverged;
import static org.dlcourse.homework.cifar.SampleVariations.result;
import static org.dlcourse.homework.cifar.SampleVariations.together;
import static org.dlcourse.homework.cifar.SampleVariations.trial;

import org.dlcourse.settings.Scale;
import org.junit.jupiter.api.Test;

class LearningRateAnswerTest {
    private final Variations.Result result = result(
            Scale.QUICK,
            diverged(Variation.LEARNING_RATE_10, 8),
            trial(Variation.LEARNING_RATE_TENTH, .1, .119),
            trial(Variation.LEARNING_RATE_HUNDREDTH, .1, .081),
            trial(Variation.BASE, .1, .121));

    @Test
    void divergenceChanceAndLearningAreDistinguished() {
        assertThat(new LearningRateAnswer(result).effect())
                .isEqualTo(
                        "After 2 epochs. Learning rate 10: the loss is NaN from step 8 on; training was stopped there. Learning rate"
                                + " 0.1: test accuracy 0.119, which is chance: nothing is learnt. Learning rate 0.01: test accuracy 0.081,"
                                + " which is chance: nothing is learnt. Learning rate 0.001: test accuracy 0.121. The best is learning rate 0.001, with a training"
                                + " loss of 2.000.");
    }

    @Test
    void runsThatDivergedAreCountedAndTheOthersNamed() {
        double[] accuracies = {.3, .5};
        Variations.Result ofTwoSeeds = result(
                Scale.QUICK,
                together(diverged(Variation.LEARNING_RATE_10, 8), trial(Variation.LEARNING_RATE_10, .1, .09)),
                trial(Variation.LEARNING_RATE_TENTH, new double[] {3, 2.5}, accuracies, new double[] {.2, .3}),
                trial(Variation.BASE, new double[] {2, 1}, accuracies, accuracies));

        assertThat(new LearningRateAnswer(ofTwoSeeds).effect())
                .contains("Learning rate 10: 1 of 2 runs diverged. In the first of them the loss is NaN from step 8 on")
                .endsWith(
                        "The best is learning rate 0.001, with a training loss of 1.000. With larger ones the steps overshoot, and"
                                + " the loss is higher: 2.500 at learning rate 0.1.");
    }

    @Test
    void runThatDivergedOrIsNearChanceLearntNothing() {
        assertThat(result.trials())
                .extracting(trial -> result.learntNothing(trial.variation()))
                .containsExactly(true, true, true, false);
    }
}
