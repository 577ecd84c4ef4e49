package org.dlcourse.homework.dogs.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.exercise.reference.MiniBatchDescent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class HiddenRunsIT {
    /** Two classes whose scores are the input and 0. */
    private static final ReluNetwork LINE = new ReluNetwork(List.of(new ReluNetwork.Layer(
            Nd4j.createFromArray(new double[][] {{1}, {0}}), Nd4j.createFromArray(new double[] {0, 0}))));

    @Test
    void epochByHand() {
        LabelledSamples one =
                new LabelledSamples(Nd4j.createFromArray(new double[][] {{0}, {0}, {3}}), new int[] {0, 1, 0});

        for (EpochTraining solution : List.of(new MiniBatchDescent(), new LoopDescent())) {
            // Mini-batches of two and one: the first has gradients that cancel, the second p - 1 for the right class.
            EpochTraining.Epoch epoch = solution.trainEpoch(LINE, one, 2, .5);
            double p = 1 / (1 + Math.exp(-3));

            assertThat(epoch.loss()).isCloseTo((2 * Math.log(2) - Math.log(p)) / 3, within(1e-12));
            assertThat(epoch.network().parameters())
                    .containsExactly(
                            new double[] {1 + 1.5 * (1 - p), -1.5 * (1 - p), .5 * (1 - p), -.5 * (1 - p)},
                            within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void everySeedGivesARunThatEndsAfterFourEpochsAndShowsAllMistakes(long seed) {
        HiddenRuns hidden = HiddenRuns.of(seed);

        assertThat(new MiniBatchDescent()
                        .train(hidden.network(), hidden.training(), hidden.validation(), hidden.plan())
                        .validationLoss())
                .hasSize(4);
        assertThat(hidden.run().error(new MiniBatchDescent())).isLessThan(1e-12);
        assertThat(hidden.epoch().error(new MiniBatchDescent())).isLessThan(1e-12);
        assertThat(hidden.evaluation().error(new MiniBatchDescent())).isLessThan(1e-12);
    }
}
