package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VanishingGradientAnswersTest {
    private static final SampleActivations SAMPLE = SampleActivations.decreasing();

    @Test
    void networksAtChanceAreNamed() {
        assertThat(why(SAMPLE.withSigmoid(Math.log(10) + 0.004, 0.1)))
                .contains("for every architecture")
                .contains("With the sigmoid, mlp_1, mlp_2, cnn_3, cnn_4, cnn_5 learnt nothing")
                .contains("in no epoch of any run by more than 0.004 from ln 10");
    }

    @Test
    void networksAboveChanceAreNotNamed() {
        assertThat(why(SAMPLE.withSigmoid(Math.log(10), 0.3)))
                .contains("No network with the sigmoid stayed at chance.");
    }

    @Test
    void networksAtChanceAreNamedAlsoIfTheirLossIsNotThatOfAUniformPrediction() {
        assertThat(why(SAMPLE.withSigmoid(Math.log(10) + 0.06, 0.1)))
                .contains("With the sigmoid, mlp_1, mlp_2, cnn_3, cnn_4, cnn_5 stayed at chance in the test accuracy.")
                .doesNotContain("No network with the sigmoid stayed at chance.", "learnt nothing");
    }

    @Test
    void noArchitectureIsNamedWhereTheLossIsLowerWithTheSigmoid() {
        assertThat(why(SAMPLE.withSigmoid(1, 0.1)))
                .contains("(paired t-test over 3 seeds at 0.05) for no architecture.");
    }

    private static String why(SampleActivations sample) {
        return new VanishingGradientAnswers(sample.result()).why();
    }
}
