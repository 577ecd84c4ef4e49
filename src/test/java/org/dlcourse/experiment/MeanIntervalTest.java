package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    @Test
    void halfWidthIsStudentsQuantileTimesTheStandardError() {
        MeanInterval interval = MeanInterval.of(1, 2, 3);

        // Standard deviation 1, n = 3; t of 2 degrees of freedom at 97.5 % is 4.302653 (any table of Student's t).
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.halfWidth()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-5));
        assertThat(interval).hasToString("2.000 ± 2.484");
    }

    @Test
    void singleRunSaysNothingAboutItsSpread() {
        assertThat(MeanInterval.of(0.5).halfWidth()).isInfinite();
        assertThat(MeanInterval.of(0.5)).hasToString("0.500 (one run)");
    }
}
