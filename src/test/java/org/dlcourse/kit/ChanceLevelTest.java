package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.report.Bound;
import org.junit.jupiter.api.Test;

class ChanceLevelTest {
    @Test
    void chanceIsThatOfTheMostFrequentClassWhereClassesDifferInSize() {
        int[] equal = {0, 1, 2, 3, 0, 1, 2, 3};
        int[] unequal = {7, 7, 7, 2};

        assertThat(ChanceLevel.upperEnd(equal))
                .isEqualTo(ChanceLevel.upperEnd(4, 8))
                .isEqualTo(.25 + 3 * Math.sqrt(.25 * .75 / 8), within(1e-12));
        assertThat(ChanceLevel.mostFrequent(unequal)).isEqualTo(.75);
    }

    @Test
    void boundSeparatesAnAccuracyFromGuessing() {
        Bound learnt = Bound.above(ChanceLevel.upperEnd(10, 1000));
        assertThat(learnt.holds().test(.2)).isTrue();
        assertThat(learnt.holds().test(.12)).isFalse();
    }

    @Test
    void chanceIsNeverAboveOne() {
        assertThat(ChanceLevel.upperEnd(2, 4)).isEqualTo(1);
    }
}
