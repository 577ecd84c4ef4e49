package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.junit.jupiter.api.Test;

class SeedComparisonTest {
    @Test
    void pValueIsThatOfThePairedTTest() {
        SeedComparison comparison = comparison(new double[] {.3, .4, .55, .7}, new double[] {.1, .3, .5, .4});

        // SciPy: stats.ttest_rel([.3, .4, .55, .7], [.1, .3, .5, .4], alternative="greater").pvalue
        assertThat(comparison.pValue()).isCloseTo(0.03046537, within(1e-7));
        assertThat(comparison.isShown()).isTrue();
        assertThat(comparison.meanDifference()).isCloseTo(.1625, within(1e-12));
    }

    @Test
    void sentenceShowsOnWhichSideOfTheLevelThePValueIs() {
        SeedComparison comparison = comparison(new double[] {.2, .2, .356}, new double[] {.1, .1, .1});

        assertThat(comparison.isShown()).isTrue();
        assertThat(comparison.sentence()).endsWith("p = 0.0499).");
    }

    @Test
    void largeDifferenceOverThreeSeedsIsShown() {
        List<Long> seeds = List.of(1L, 2L, 3L);
        SeedComparison comparison = new SeedComparison(
                "test accuracy",
                new SeedSample("ReLU", seeds, new double[] {.51, .61, .72}),
                new SeedSample("sigmoid", seeds, new double[] {.30, .41, .50}));
        assertThat(comparison.pValue()).isLessThan(SeedComparison.ALPHA);
        assertThat(comparison.sentence())
                .startsWith("The mean test accuracy is 0.613 for ReLU and 0.403 for sigmoid (difference +0.210;");
    }

    @Test
    void meanOfASampleIsThatOfItsValues() {
        SeedSample accuracies = new SeedSample("ReLU", List.of(1L, 2L, 3L), new double[] {.51, .53, .52});
        assertThat(accuracies.mean()).isCloseTo(.52, within(1e-12));
    }

    @Test
    void figureShowsTheLowerSampleOnTheLeftWithEveryValue() {
        Figure figure = comparison(new double[] {.3, .4, .5}, new double[] {.1, .2, .3})
                .figure("By seed", "Three seeds.", List.of(Marker.atY(.1, "guessing")));

        assertThat(((Chart) figure.drawing()).x().names()).containsExactly("other", "one");
        assertThat(figure.data().get(0).rows()).hasSize(4);
    }

    @Test
    void oppositeClaimIsNotShown() {
        SeedComparison comparison = comparison(new double[] {.1, .3, .5, .4}, new double[] {.3, .4, .55, .7});

        assertThat(comparison.pValue()).isCloseTo(1 - 0.03046537, within(1e-7));
        assertThat(comparison.isShown()).isFalse();
        assertThat(comparison.reversed().isShown()).isTrue();
    }

    @Test
    void twoSeedsShowNothing() {
        SeedComparison comparison = comparison(new double[] {.9, .9}, new double[] {.1, .1});

        assertThat(comparison.pValue()).isNaN();
        assertThat(comparison.isShown()).isFalse();
    }

    @Test
    void equalDifferencesHaveNoSpreadAndTheirSignDecides() {
        assertThat(comparison(new double[] {2, 3, 4}, new double[] {1, 2, 3}).pValue())
                .isZero();
        assertThat(comparison(new double[] {1, 2, 3}, new double[] {1, 2, 3}).pValue())
                .isEqualTo(1);
    }

    @Test
    void samplesOfOtherSeedsAreNotCompared() {
        SeedSample one = new SeedSample("one", List.of(1L, 2L, 3L), new double[3]);
        SeedSample other = new SeedSample("other", List.of(1L, 2L, 4L), new double[3]);

        assertThatThrownBy(() -> new SeedComparison("loss", one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 2, 3]")
                .hasMessageContaining("[1, 2, 4]");
    }

    private static SeedComparison comparison(double[] higher, double[] lower) {
        List<Long> seeds = LongStream.rangeClosed(1, higher.length).boxed().toList();
        return new SeedComparison(
                "accuracy", new SeedSample("one", seeds, higher), new SeedSample("other", seeds, lower));
    }
}
