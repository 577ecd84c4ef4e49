package org.dlcourse.homework.dogs.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class TrainingFunctionsPageTest {
    private final HiddenRuns hidden = HiddenRuns.of(1);

    @Test
    void pageOfASubmissionQuotesItsOwnLossBesideTheExpectedOne() {
        LoopDescent loops = new LoopDescent();
        EpochTraining doubled = (network, samples, batchSize, learningRate) -> {
            EpochTraining.Epoch right = loops.trainEpoch(network, samples, batchSize, learningRate);
            return new EpochTraining.Epoch(right.network(), 2 * right.loss(), right.accuracy());
        };
        Evidence evidence = BlankPage.evidence();

        new TrainingFunctionsPage(Optional.empty(), () -> doubled, () -> loops, () -> loops, hidden).check(evidence);

        double loss = hidden.epochOf(loops).loss();
        assertThat(BlankPage.conclusion(evidence))
                .contains(String.format(Locale.ROOT, "returns the loss %.6f", 2 * loss))
                .contains(String.format(Locale.ROOT, "mean loss over all samples is %.6f", loss));
    }
}
