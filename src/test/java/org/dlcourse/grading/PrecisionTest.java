package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void boundOfSinglePrecisionHasItsRoundingAndIsCapped() {
        assertThat(Precision.SINGLE.tolerance(1e-15)).isEqualTo(1e-15 * (1 << 29));
        assertThat(Precision.SINGLE.tolerance(1e-8)).isEqualTo(1e-4);
        assertThat(Precision.DOUBLE.tolerance(1e-12)).isEqualTo(1e-12);
    }
}
