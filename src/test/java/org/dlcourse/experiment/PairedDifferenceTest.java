package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    @Test
    void differenceThatEverySeedShowsIsADifferenceHoweverMuchTheSeedsDiffer() {
        PairedDifference difference = difference(List.of(0.21, 0.512, 0.811), List.of(0.20, 0.50, 0.80));

        assertThat(difference.isHigher()).isTrue();
        assertThat(difference.isLower()).isFalse();
        // By hand: differences .010, .012, .011; standard error .001 / sqrt 3, t with 2 degrees of freedom 4.303.
        assertThat(difference).hasToString("+0.011 ± 0.002");
    }

    @Test
    void differenceWithinTheSpreadIsNone() {
        PairedDifference difference = difference(List.of(0.3, 0.5), List.of(0.4, 0.3));

        assertThat(difference.isHigher()).isFalse();
        assertThat(difference.isLower()).isFalse();
    }

    @Test
    void singleRunShowsItsSignAndSaysSo() {
        PairedDifference difference = difference(List.of(0.3), List.of(0.4));

        assertThat(difference.isLower()).isTrue();
        assertThat(difference).hasToString("-0.100 (one run)");
    }

    private static PairedDifference difference(List<Double> first, List<Double> second) {
        return PairedDifference.of(
                repeats(first), repeats(second), run -> run.result().testAccuracy());
    }

    private static Repeats repeats(List<Double> accuracies) {
        List<Run> runs = new ArrayList<>();
        for (double accuracy : accuracies) {
            runs.add(SampleRun.of(GrayCifarArchitectures.MLP_1, runs.size() + 1)
                    .withAccuracies(accuracy, accuracy)
                    .run());
        }
        return new Repeats(runs.get(0).request().plan(), runs);
    }
}
