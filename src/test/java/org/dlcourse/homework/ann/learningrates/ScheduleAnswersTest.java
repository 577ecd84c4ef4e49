package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dlcourse.homework.ann.learningrates.SampleLearningRates.ONE_SWITCH;

import java.util.List;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.training.LearningRateChange;
import org.junit.jupiter.api.Test;

class ScheduleAnswersTest {
    @Test
    void scheduleWorksOnlyIfItsValidationAccuracyIsHigherAtTheEnd() {
        assertThat(works(ONE_SWITCH, 0.6, 0.6))
                .startsWith("Yes:")
                .contains("3 of 3 runs switched before the last epoch")
                .contains(
                        "validation accuracy in the epoch after the switch is 0.600 for the schedule and 0.500 for the constant learning rate (difference +0.100");
        assertThat(works(ONE_SWITCH, 0.6, 0.4)).startsWith("Only at first:");
        assertThat(works(ONE_SWITCH, 0.6, 0.5)).startsWith("Yes, at first:");
        assertThat(works(ONE_SWITCH, 0.5, 0.5)).startsWith("These data cannot show it:");
        assertThat(works(ONE_SWITCH, 0.4, 0.4)).startsWith("No:");
        assertThat(works(List.of(), 0.6, 0.6)).startsWith("The schedule was not tested");
    }

    private static String works(List<LearningRateChange> changes, double afterSwitch, double atEnd) {
        return answers(SampleLearningRates.scheduled(0.64, changes, afterSwitch, atEnd))
                .works();
    }

    @Test
    void runsThatDidNotSwitchAreLeftOut() {
        Repeats switched = SampleLearningRates.scheduled(0.4, ONE_SWITCH, 0.6, 0.6);
        Repeats withoutSwitch = SampleLearningRates.scheduled(0.9, List.of(), 0.6, 0.6);
        ScheduleAnswers answers = answers(new Repeats(
                switched.plan(),
                List.of(
                        switched.runs().get(0),
                        switched.runs().get(1),
                        withoutSwitch.runs().get(2))));

        assertThat(answers.result().switchedRuns().runs()).hasSize(2);
        assertThat(answers.comparisonWithAdam())
                .contains("Test accuracy with the schedule 0.400 ± 0.000 (runs that switched)")
                .as("two seeds are too few for a test")
                .contains("the seeds do not show a difference");
        assertThat(answers.works()).contains("2 of 3 runs switched before the last epoch");
    }

    @Test
    void comparisonWithAdamHasTheSignOfTheDifference() {
        assertThat(comparisonWithAdam(0.64)).contains("the schedule is better (+0.010, paired by seed)");
        assertThat(comparisonWithAdam(0.58)).contains("the schedule is worse (-0.050");
        assertThat(comparisonWithAdam(0.63)).contains("the seeds do not show a difference");
    }

    private static String comparisonWithAdam(double test) {
        return answers(SampleLearningRates.scheduled(test, ONE_SWITCH, 0.6, 0.6))
                .comparisonWithAdam();
    }

    @Test
    void fluctuationsAreThoseAfterTheSwitch() {
        ScheduleAnswers jumpAtTheEnd = answers(SampleLearningRates.scheduled(0.64, ONE_SWITCH, 0.6, 0.7));

        assertThat(jumpAtTheEnd.fluctuations().higher().values())
                .as("a constant validation accuracy")
                .containsOnly(0);
        assertThat(jumpAtTheEnd.fluctuations().lower().values())
                .as("one change of 0.1 among 9 after the switch")
                .containsExactly(new double[] {0.1 / 3, 0.1 / 3, 0.1 / 3}, within(1e-12));
        assertThat(jumpAtTheEnd.fluctuations().isShown()).isFalse();
    }

    @Test
    void pointsBeforeTheSwitchAreComparedToTheBit() {
        assertThat(differencesBeforeTheSwitch(50))
                .as("validation accuracy 0.5 in the first 5 epochs of both, the same loss")
                .isZero();
        assertThat(differencesBeforeTheSwitch(70))
                .as("epochs 6 and 7 in three repeats")
                .isEqualTo(6);
    }

    private static int differencesBeforeTheSwitch(int step) {
        List<LearningRateChange> changes = List.of(new LearningRateChange(step, 0.01));
        return SampleLearningRates.result(SampleLearningRates.scheduled(0.64, changes, 0.6, 0.6))
                .differencesBeforeTheSwitch();
    }

    /** Adam has a test accuracy of 0.63. */
    private static ScheduleAnswers answers(Repeats scheduled) {
        return new ScheduleAnswers(SampleLearningRates.result(scheduled), SampleLearningRates.adam(0.63));
    }
}
