package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
    @Test
    void boundsIncludeTheirLimitsWhereTheySaySo() {
        assertThat(Bound.atMost(1e-12).holds().test(1e-12)).isTrue();
        assertThat(Bound.atLeast(.613).holds().test(.613)).isTrue();
        assertThat(Bound.atLeast(.613).holds().test(.612)).isFalse();
        assertThat(Bound.below(.95).holds().test(.95)).isFalse();
        assertThat(Bound.above(.3).holds().test(.3)).isFalse();
        assertThat(Bound.between(.385, .425).holds().test(.425)).isTrue();
        assertThat(Bound.between(.385, .425).holds().test(.426)).isFalse();
        assertThat(Bound.exactly(0).holds().test(1)).isFalse();
    }

    @Test
    void numberBetweenTheLimitsIsWithinTheBound() {
        Bound bound = Bound.between(.385, .425);
        assertThat(bound.holds().test(.4)).isTrue();
    }

    @Test
    void nanIsWithinNoBound() {
        assertThat(List.of(
                        Bound.atMost(1),
                        Bound.atLeast(0),
                        Bound.below(1),
                        Bound.above(1),
                        Bound.between(0, 1),
                        Bound.exactly(Double.NaN)))
                .noneMatch(bound -> bound.holds().test(Double.NaN));
    }

    @Test
    void textsAreAsReadersWriteThem() {
        assertThat(List.of(Bound.atMost(1e-12), Bound.above(.2955), Bound.between(.385, .43), Bound.exactly(0)))
                .hasToString("[≤ 1e-12, > 0.296, 0.385 – 0.43, = 0]");
    }

    @Test
    void largeNumbersAreShownAsPowersOfTen() {
        assertThat(List.of(737592728402309.9, 999_999.25, 35_498., 2.25e9))
                .extracting(Bound::readable)
                .containsExactly("7.38e+14", "999999.250", "35,498", "2.25e+09");
    }

    @Test
    void measuredNumberHasTheDigitsThatShowItsSideOfTheBound() {
        Bound nearTwo = new Bound("1.9997002 ± 1e-7", weight -> Math.abs(weight - 1.9997002) <= 1e-7);

        assertThat(Bound.below(.05).inWords(.0497)).isEqualTo("0.0497");
        assertThat(Bound.below(.05).inWords(.04999962)).isEqualTo("0.0499996");
        assertThat(Bound.below(.05).inWords(.0504))
                .as("three decimals are enough")
                .isEqualTo("0.050");
        assertThat(nearTwo.inWords(1.99970029)).isEqualTo("1.99970029");
        assertThat(nearTwo.inWords(1.9)).as("outside the bound").isEqualTo("1.900");
        assertThat(Bound.atMost(1e-12).inWords(1.0000004e-12)).isEqualTo("1.0000004e-12");
        assertThat(Bound.atMost(1).inWords(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void checksFailTogetherWithEveryNumberThatBreaksItsBound() {
        Evidence evidence = new Evidence();
        evidence.check("kept", 1, Bound.atMost(2), EvidenceKind.EXACT, "so it is");
        assertThatCode(evidence::assertChecks).doesNotThrowAnyException();

        evidence.check("broken", 3, Bound.atMost(2), EvidenceKind.EXACT, "so it is");
        assertThat(evidence.allAsserted()).as("after a further check").isFalse();
        evidence.check("not a number", Double.NaN, Bound.above(0), EvidenceKind.STATISTICAL, "why not");
        assertThatThrownBy(evidence::assertChecks)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken: measured 3.0, expected ≤ 2 (exact: so it is)")
                .hasMessageContaining("not a number: measured NaN")
                .message()
                .doesNotContain("kept");
        assertThat(evidence.html("")).contains(">NO<", ">yes<", ">NaN<");
    }
}
