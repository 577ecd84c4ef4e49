package org.dlcourse.homework.dogs.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeFitTest {
    @Test
    void lineGoesThroughPointsOnALine() {
        TimeFit fit = TimeFit.of(new double[] {500, 1_000, 2_000}, new double[] {6, 11, 21});

        assertThat(fit.seconds()).isCloseTo(1, within(1e-12));
        assertThat(fit.secondsPerImage()).isCloseTo(.01, within(1e-12));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
        assertThat(fit.halfWidth()).as("no scatter").isCloseTo(0, within(1e-9));
        assertThat(fit.hoursAt(60_000)).as("601 s").isCloseTo(601 / 3_600.0, within(1e-9));
    }

    @Test
    void pointsOffTheLineLowerRSquared() {
        // The line through 1, 4, 1 is horizontal: it explains nothing.
        TimeFit horizontal = TimeFit.of(new double[] {1, 2, 3}, new double[] {1, 4, 1});

        assertThat(horizontal.rSquared()).isCloseTo(0, within(1e-12));
        // The residuals -1, 2, -1 have a variance of 6 with one degree of freedom, whose t is 12.706; the sum of
        // squares of x is 2.
        assertThat(horizontal.halfWidth()).isCloseTo(12.706 * Math.sqrt(6 / 2.0), within(1e-3));
    }
}
