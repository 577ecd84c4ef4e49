package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlateauRuleTest {
    private final PlateauRule rule = new PlateauRule(2, 0.01);

    @Test
    void curveThatRisesIsNotFlat() {
        assertThat(rule.isFlat(List.of(0.10, 0.20, 0.30, 0.40))).isFalse();
    }

    @Test
    void curveIsFlatAfterAsManyEpochsWithoutARiseAsThePatience() {
        assertThat(rule.isFlat(List.of(0.10, 0.40, 0.405))).as("one epoch").isFalse();
        assertThat(rule.isFlat(List.of(0.10, 0.40, 0.405, 0.404)))
                .as("two epochs")
                .isTrue();
    }

    @Test
    void fallingCurveIsFlat() {
        assertThat(rule.isFlat(List.of(0.40, 0.30, 0.20))).isTrue();
    }

    @Test
    void riseStartsThePatienceAnew() {
        assertThat(rule.isFlat(List.of(0.40, 0.40, 0.42, 0.42))).isFalse();
        assertThat(rule.isFlat(List.of(0.40, 0.40, 0.42, 0.42, 0.42))).isTrue();
    }

    @Test
    void smallStepsAddUp() {
        assertThat(rule.isFlat(List.of(0.400, 0.406, 0.412, 0.418, 0.424))).isFalse();
    }

    @Test
    void dipIsNoNewStart() {
        assertThat(rule.isFlat(List.of(0.40, 0.30, 0.39)))
                .as("back to less than before the dip")
                .isTrue();
    }

    @Test
    void constantCurveIsFlatEvenIfAnyRiseCounts() {
        assertThat(new PlateauRule(2, 0).isFlat(List.of(0.1, 0.1, 0.1))).isTrue();
        assertThat(new PlateauRule(2, 0).isFlat(List.of(0.1, 0.1, 0.2))).isFalse();
    }

    @Test
    void tooFewEpochsAreNotFlat() {
        assertThat(rule.isFlat(List.of())).isFalse();
        assertThat(rule.isFlat(List.of(0.1, 0.1))).isFalse();
    }

    @Test
    void patienceOfNoEpochIsAnError() {
        assertThatThrownBy(() -> new PlateauRule(0, 0.01)).hasMessageContaining("not 0 and 0.01");
        assertThatThrownBy(() -> new PlateauRule(1, Double.NaN)).hasMessageContaining("not 1 and NaN");
    }
}
