package org.dlcourse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.kit.Chance;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void chanceIsThatOfTheMostFrequentClassWhereClassesDifferInSize() {
        int[] equal = {0, 1, 2, 3, 0, 1, 2, 3};
        int[] unequal = {7, 7, 7, 2};

        assertThat(Chance.upperEnd(equal))
                .isEqualTo(Chance.upperEnd(4, 8))
                .isEqualTo(.25 + 3 * Math.sqrt(.25 * .75 / 8), within(1e-12));
        assertThat(Chance.mostFrequent(unequal)).isEqualTo(.75);
    }

    @Test
    void chanceIsNeverAboveOne() {
        assertThat(Chance.upperEnd(2, 4)).isEqualTo(1);
    }
}
