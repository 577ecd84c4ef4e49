package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.SampleData;
import org.junit.jupiter.api.Test;

class LearningRateAnswersTest {
    private final Repeats scheduled = SampleLearningRates.scheduled(0.64, SampleLearningRates.ONE_SWITCH, 0.6, 0.6);
    private final LearningRateAnswers answers = new LearningRateAnswers(SampleLearningRates.result(scheduled));

    @Test
    void speedIsTheStepAtWhichTheFinalLossOfTheSmallestLearningRateIsReached() {
        assertThat(answers.speed())
                .contains("With learning rate 0.001 the training loss is 2.000 after 150 steps")
                .contains("after 40 steps with learning rate 0.1 and after 70 steps with learning rate 0.01.");
    }

    @Test
    void lossThatIsNotReachedIsReportedAsNever() {
        LearningRateAnswers diverging = new LearningRateAnswers(SampleLearningRates.result(
                List.of(
                        SampleLearningRates.constant(0.1, SampleData.level(2.3), 0.1),
                        SampleLearningRates.constant(0.01, SampleData.line(2.3, 1.3), 0.5),
                        SampleLearningRates.constant(0.001, SampleData.line(2.3, 1.9), 0.3)),
                scheduled));

        assertThat(diverging.speed()).contains("never with learning rate 0.1");
        assertThat(diverging.endPoint())
                .contains("Learning rate 0.01, not the largest, has the best validation accuracy");
    }

    @Test
    void bestLearningRateIsNamed() {
        assertThat(answers.endPoint())
                .contains("Learning rate 0.1, the largest, has the best validation accuracy")
                .contains(
                        "The smallest learning rate has not converged: its training loss of 2.000 is above the 0.900 of learning rate"
                                + " 0.1.");
    }
}
