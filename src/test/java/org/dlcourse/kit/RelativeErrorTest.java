package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeErrorTest {
    @Test
    void largestDifferenceIsDividedByTheLargestExpectedNumber() {
        double[] expected = {1, 4, 9};
        double error = RelativeError.of(new double[] {1, 4, 9.9}, expected);
        assertThat(error).isCloseTo(.1, within(1e-12));
    }

    @Test
    void differenceFromZerosIsAbsolute() {
        assertThat(RelativeError.of(new double[] {0, -.5}, new double[2])).isEqualTo(.5);
    }

    @Test
    void otherLengthIsAnInfiniteErrorAndNanIsNan() {
        assertThat(RelativeError.of(new double[] {1, 2}, new double[] {1})).isInfinite();
        assertThat(RelativeError.of(new double[] {Double.NaN, 2}, new double[] {1, 2}))
                .isNaN();
    }

    @Test
    void withoutExpectedNumbersThereIsNoError() {
        assertThatThrownBy(() -> RelativeError.of(new double[0], new double[0]))
                .hasMessage("There are no expected numbers to compare with.");
    }
}
