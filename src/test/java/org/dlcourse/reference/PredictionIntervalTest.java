package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionIntervalTest {
    private static final int TRIALS = 20_000;

    @Test
    void halfWidthIsStudentsQuantileTimesTheDeviationOfTheDifferenceOfTwoMeans() {
        PredictionInterval interval = PredictionInterval.of(new double[] {1, 2, 3}, 4, .95);

        // Standard deviation 1; t of 2 degrees of freedom at 97.5 % is 4.302653 (any table of Student's t).
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.halfWidth()).isCloseTo(4.302653 * Math.sqrt(1 / 3.0 + 1 / 4.0), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, .95", "3, 3, .99", "5, 2, .99", "10, 10, .99", "10, 1, .998"})
    void meansOfTheSameDistributionAreInsideAsOftenAsTheConfidenceSays(int n, int m, double confidence) {
        int inside = inside(n, m, confidence, 0);

        // Of right intervals, a count outside of these bounds is rarer than once in a million.
        BinomialDistribution counts = new BinomialDistribution(null, TRIALS, confidence);
        assertThat(inside)
                .isBetween(counts.inverseCumulativeProbability(5e-7), counts.inverseCumulativeProbability(1 - 5e-7));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 5", "10, 10, -5", "5, 5, 8", "5, 5, -8"})
    void shiftedMeanIsOutsideInBothDirections(int n, int m, double shift) {
        assertThat(inside(n, m, .99, shift)).isLessThan(TRIALS / 20);
    }

    @Test
    void fewOrEqualRepeatsSayNothing() {
        assertThatThrownBy(() -> PredictionInterval.of(new double[] {1, 2}, 1, .99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3");
        assertThat(PredictionInterval.isKnown(new double[] {.1, .1, .1, .1})).isFalse();
        assertThat(PredictionInterval.isKnown(new double[] {.1, .2, Double.NEGATIVE_INFINITY}))
                .isFalse();
        assertThat(PredictionInterval.isKnown(new double[] {.1, .2, .1})).isTrue();
    }

    /** In how many trials the mean of m normal numbers, shifted by so many standard deviations, is inside of the interval of n others. */
    private static int inside(int n, int m, double confidence, double shift) {
        Random random = SeededRandom.of(449, n + " and " + m);
        int inside = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            PredictionInterval interval = PredictionInterval.of(normal(random, n, 0), m, confidence);
            double mean = Arrays.stream(normal(random, m, shift)).average().orElseThrow();
            inside += mean >= interval.lower() && mean <= interval.upper() ? 1 : 0;
        }
        return inside;
    }

    private static double[] normal(Random random, int count, double mean) {
        return DoubleStream.generate(() -> mean + random.nextGaussian())
                .limit(count)
                .toArray();
    }
}
