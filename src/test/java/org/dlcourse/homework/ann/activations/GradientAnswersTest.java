package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.junit.jupiter.api.Test;

class GradientAnswersTest {
    private static final SampleActivations DECREASING = SampleActivations.decreasing();

    @Test
    void gradientDecreasesOnlyIfItDoesForEveryPairOfNetworks() {
        assertThat(answers(DECREASING).gradients())
                .contains("with the sigmoid: 1.0 in mlp_1, 0.50 in mlp_2, 0.10 in cnn_3")
                .contains("It decreases from each network to every network with more sigmoids");
        assertThat(answers(DECREASING.withGradients(1, 0.5, 0.6, 0.01, 1e-7)).gradients())
                .contains("It does not always decrease from each network to every network with more sigmoids");
    }

    @Test
    void everyRepeatOfEveryPairWithDifferentNumbersOfActivationsIsCompared() {
        assertThat(notDecreasing(DECREASING)).isZero();
        assertThat(notDecreasing(DECREASING.withGradients(1, 2, 0.1, 0.2, 1e-7)))
                .as("cnn_3 and cnn_4 in three repeats; mlp_1 and mlp_2 have one activation each")
                .isEqualTo(3);
        assertThat(notDecreasing(DECREASING.withGradients(1, 0.5, 0.1, Double.NaN, 1e-7)))
                .as("NaN is not smaller than three other gradients, and a fourth is not smaller than NaN")
                .isEqualTo(12);
    }

    private static int notDecreasing(SampleActivations sample) {
        return answers(sample).notDecreasing(Pair::sigmoid);
    }

    @Test
    void gradientBelowThePrecisionOfTheWeightsIsReportedAsAnUpperBound() {
        assertThat(answers(DECREASING).gradients())
                .contains("The sigmoid's gradient of cnn_5 is at the limit of single precision")
                // The sample's largest weight is 1: (1e-7 + sqrt(72) 2^-24 / .01) / 2e-7.
                .contains("at most 253 with 6 sigmoids (cnn_5)");
        assertThat(answers(DECREASING.withGradients(1, 0.5, 0.1, 0.01, 1e-3)).gradients())
                .doesNotContain("at the limit")
                .doesNotContain("at most");
    }

    @Test
    void ratiosAreReportedOnlyIfAllGradientsAreLargerWithRelu() {
        assertThat(answers(DECREASING).gradients())
                .contains("0.50 with 1 sigmoid (mlp_1), 0.50 with 1 sigmoid (mlp_2), 0.50 with 2 sigmoids (cnn_3)");
        assertThat(answers(DECREASING.withReluFactor(0.5)).gradients())
                .contains("The gradient is larger with ReLU for no architecture");
    }

    @Test
    void signTestCountsThePairsWhoseLossIsLowerWithRelu() {
        assertThat(DECREASING.result().signTest()).as("15 of 15: 2^-15").isCloseTo(Math.pow(2, -15), within(1e-12));
        assertThat(DECREASING.withSigmoid(1, .1).result().signTest())
                .as("0 of 15")
                .isCloseTo(1, within(1e-12));
    }

    private static GradientAnswers answers(SampleActivations sample) {
        return new GradientAnswers(sample.result());
    }
}
