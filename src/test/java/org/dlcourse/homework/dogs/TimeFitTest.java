package org.dlcourse.homework.dogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeFitTest {
    @Test
    void lineGoesThroughPointsOnALine() {
        TimeFit fit = TimeFit.of(new double[] {500, 1_000, 2_000}, new double[] {6, 11, 21});

        assertThat(fit.seconds()).isCloseTo(1, within(1e-12));
        assertThat(fit.secondsAnImage()).isCloseTo(.01, within(1e-12));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
        assertThat(fit.hoursAt(60_000)).as("601 s").isCloseTo(601 / 3_600.0, within(1e-9));
    }

    @Test
    void pointsBesideTheLineLowerRSquared() {
        // The line through 1, 4, 1 is level: it explains nothing.
        assertThat(TimeFit.of(new double[] {1, 2, 3}, new double[] {1, 4, 1}).rSquared())
                .isCloseTo(0, within(1e-12));
    }
}
