package org.dlcourse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.dlcourse.experiment.Run;
import org.dlcourse.reference.ComparedRepeats.Position;
import org.dlcourse.training.Optimiser;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class RepeatsComparisonTest {
    private static final RecordedRequirement RECORDED = SampleRecording.of(.50, .52, .54, .51, .53);

    @Test
    void runsOfTheSameDistributionAreFlaggedAsRarelyAsStated() {
        int trials = 2_000;
        Random random = SeededRandom.of(449, "accuracies");
        int accepted = 0;
        for (int trial = 0; trial < trials; trial++) {
            RecordedRequirement recorded = SampleRecording.of(accuracies(random, 5, .6));
            accepted += compare(recorded, accuracies(random, 4, .6)).flagged() == 0 ? 1 : 0;
        }

        // Of a right comparison, a count outside of these bounds is rarer than once in a million.
        BinomialDistribution counts = new BinomialDistribution(null, trials, RepeatsComparison.CONFIDENCE);
        assertThat(accepted)
                .isBetween(counts.inverseCumulativeProbability(5e-7), counts.inverseCumulativeProbability(1 - 5e-7));
    }

    @Test
    void intervalsOfSeveralPlansHoldTogetherAsOftenAsStated() {
        double[] recorded = {.50, .52, .54, .51, .53};
        List<Run> one = SampleRecording.runs(1, recorded);
        List<Run> two = SampleRecording.runs(10, new Optimiser.Sgd(.1), recorded);
        RecordedRequirement both = SampleRecording.of(
                Map.of(), Stream.concat(one.stream(), two.stream()).toList());

        RepeatsComparison comparison = RepeatsComparison.of(
                both,
                Stream.concat(
                                SampleRecording.runs(100, .52).stream(),
                                SampleRecording.runs(200, new Optimiser.Sgd(.1), .52).stream())
                        .toList());

        PredictionInterval each = PredictionInterval.of(recorded, 1, 1 - .01 / 2);
        assertThat(comparison.compared()).extracting(ComparedRepeats::expected).containsExactly(each, each);
    }

    @Test
    void meanThatIsTooHighIsFlaggedAsWellAsOneThatIsTooLow() {
        assertThat(position(.52, .53, .50)).isEqualTo(Position.WITHIN);
        assertThat(position(.72, .73, .70)).isEqualTo(Position.TOO_HIGH);
        assertThat(position(.32, .33, .30)).isEqualTo(Position.TOO_LOW);
        assertThat(compare(RECORDED, .72, .73).inShort())
                .isEqualTo("1 of 1 mean lies outside of what the recorded repeats predict.");
    }

    @Test
    void tableHasBothMeansAndWhereTheNewOneIsExpected() {
        assertThat(compare(RECORDED, .52, .53).table().rows().get(0))
                .startsWith("mlp_1 (Adam 0.001, batches of 50, 15 epochs)", "test accuracy", .525, 2)
                .contains(5)
                .endsWith("as expected");
    }

    @Test
    void recordedRunsThemselvesSayNothingNew() {
        RepeatsComparison comparison = RepeatsComparison.of(RECORDED, SampleRecording.runs(1, .50, .52, .54));

        assertThat(comparison.compared()).isEmpty();
        assertThat(comparison.inShort()).isEmpty();
        assertThat(comparison.inWords()).singleElement().asString().startsWith("3 runs are recorded ones, to the bit");
    }

    @Test
    void otherBitsUnderTheKeyOfARecordedRunAreSaid() {
        RepeatsComparison comparison = RepeatsComparison.of(RECORDED, SampleRecording.runs(1, .51));

        assertThat(comparison.otherBits()).isEqualTo(1);
        assertThat(comparison.inWords()).anyMatch(words -> words.startsWith("1 run has the key of a recorded run"));
    }

    @Test
    void withFewerThanThreeRepeatsOrEqualOnesNothingIsSaidAndThePageSaysWhy() {
        for (RecordedRequirement recorded : List.of(SampleRecording.of(.5, .6), SampleRecording.of(.1, .1, .1))) {
            RepeatsComparison comparison = compare(recorded, .9, .9, .9);

            assertThat(comparison.compared()).isEmpty();
            assertThat(comparison.inWords())
                    .singleElement()
                    .asString()
                    .startsWith("Of 1 plan fewer than 3 repeats are recorded, or all of them gave the same number");
        }
    }

    private static Position position(double... accuracies) {
        return compare(RECORDED, accuracies).compared().get(0).position();
    }

    /** With runs of other keys. */
    private static RepeatsComparison compare(RecordedRequirement recorded, double... accuracies) {
        List<Run> runs = SampleRecording.runs(100, accuracies);
        return RepeatsComparison.of(recorded, runs);
    }

    private static double[] accuracies(Random random, int count, double mean) {
        return DoubleStream.generate(() -> mean + .01 * random.nextGaussian())
                .limit(count)
                .toArray();
    }
}
