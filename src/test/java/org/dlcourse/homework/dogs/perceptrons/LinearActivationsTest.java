package org.dlcourse.homework.dogs.perceptrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;

class LinearActivationsTest {
    @Requirement("DOGS-13")
    void networksWithoutActivationsAreAffineAndClassifyAtMostThreeRowsOfXorCorrectly(
            CourseSettings settings, Evidence evidence) {
        LinearActivations result = LinearActivations.of(settings.seed());
        LinearActivationsPage page = new LinearActivationsPage(result);
        page.show(evidence);
        page.check(evidence);
        assertThat(LinearActivations.correctRowsOfXor(result.best())).isEqualTo(result.mostCorrectRows(XOR));
        assertThat(AffineFunctions.of(2).affine()).as("of two inputs").hasSize(6);
        assertThat(AffineFunctions.of(3).affine()).as("of three inputs").hasSize(8);
        evidence.assertChecks();
    }

    @Test
    void roundingBoundStaysBelowTheToleranceForOtherWeights() {
        for (int seed = 1; seed <= 20; seed++) {
            DeepLinearNetwork network = DeepLinearNetwork.random(LinearActivations.MAX_LAYERS, seed);

            assertThat(network.error()).as("seed %s", seed).isLessThanOrEqualTo(network.roundingBound());
            assertThat(network.roundingBound())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(LinearActivationsPage.TOLERANCE);
            assertThat(network.errorWithRelu()).as("seed %s, with ReLU", seed).isGreaterThan(1e-3);
        }
    }
}
