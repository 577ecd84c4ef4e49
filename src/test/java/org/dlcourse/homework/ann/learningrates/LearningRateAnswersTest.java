package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningRateChange;
import org.dlcourse.training.Optimiser;
import org.junit.jupiter.api.Test;

class LearningRateAnswersTest {
    private static final List<LearningRateChange> ONE_SWITCH = List.of(new LearningRateChange(50, 0.01));

    @Test
    void speedIsTheStepAtWhichTheSlowestRatesLossIsReached() {
        assertThat(rates().speed())
                .contains("rate 0.001 ends with a training loss of 2.000 after 150 steps")
                .contains("rate 0.1 after 40")
                .contains("rate 0.01 after 70");
    }

    @Test
    void lossThatIsNeverReachedIsSaidToBeNever() {
        LearningRateComparison.Result result = new LearningRateComparison.Result(
                Scale.FULL,
                MadeUp.data(),
                List.of(
                        constant(0.1, MadeUp.level(2.3), 0.1),
                        constant(0.01, MadeUp.line(2.3, 1.3), 0.5),
                        constant(0.001, MadeUp.line(2.3, 1.9), 0.3)),
                scheduled(0.5, List.of(), 0.6, 0.6));

        LearningRateAnswers answers = new LearningRateAnswers(result);

        assertThat(answers.speed()).contains("rate 0.1 never");
        assertThat(answers.endPoint()).contains("Best in validation is rate 0.01, not the largest");
    }

    @Test
    void largestRateIsSaidToBeBestWhereItIs() {
        assertThat(rates().endPoint())
                .contains("Best in validation is rate 0.1, the largest")
                .contains("The smallest has not arrived: its training loss of 2.000 is above the 0.900 of rate 0.1.");
    }

    @Test
    void scheduleIsSaidToWorkOnlyIfItEndsAboveItsTwin() {
        assertThat(answers(0.64, ONE_SWITCH, 0.6, 0.6).works())
                .startsWith("Yes:")
                .contains("Over the 3 of 3 runs that switched before")
                .contains("after the first switch the mean validation accuracy differs by +0.100");
        assertThat(answers(0.64, ONE_SWITCH, 0.6, 0.4).works()).startsWith("Only at first:");
        assertThat(answers(0.64, ONE_SWITCH, 0.5, 0.5).works()).startsWith("These runs cannot tell:");
        assertThat(answers(0.64, ONE_SWITCH, 0.4, 0.4).works()).startsWith("Not here:");
        assertThat(answers(0.64, List.of(), 0.6, 0.6).works()).startsWith("It was not put to the test");
    }

    @Test
    void runsThatNeverSwitchedSayNothingOfTheSchedule() {
        Repeats two = scheduled(0.4, ONE_SWITCH, 0.6, 0.6);
        Repeats lucky = scheduled(0.9, List.of(), 0.6, 0.6);
        Repeats mixed = new Repeats(
                two.plan(),
                List.of(two.runs().get(0), two.runs().get(1), lucky.runs().get(2)));

        ScheduleAnswers answers = new ScheduleAnswers(
                new LearningRateComparison.Result(Scale.FULL, MadeUp.data(), constants(0.6), mixed), adam(0.63));

        assertThat(answers.switched()).isEqualTo(2);
        assertThat(answers.besideAdam())
                .contains("Test accuracy with the schedule 0.400 ± 0.000 (runs that switched)")
                .contains("the schedule ends lower");
        assertThat(answers.works()).contains("Over the 2 of 3 runs that switched before");
    }

    @Test
    void comparisonWithAdamHasTheSignOfTheDifference() {
        assertThat(answers(0.64, ONE_SWITCH, 0.6, 0.6).besideAdam()).contains("the schedule ends higher (+0.010");
        assertThat(answers(0.58, ONE_SWITCH, 0.6, 0.6).besideAdam()).contains("the schedule ends lower (-0.050");
        assertThat(answers(0.63, ONE_SWITCH, 0.6, 0.6).besideAdam())
                .contains("no difference beyond the spread of the repeats");
    }

    @Test
    void pointsBeforeTheSwitchAreComparedToTheBit() {
        assertThat(answers(0.64, ONE_SWITCH, 0.6, 0.6).differencesBeforeTheSwitch())
                .as("validation accuracy .5 in the first 5 epochs of both, the same loss")
                .isZero();
        assertThat(answers(0.64, List.of(new LearningRateChange(70, 0.01)), 0.6, 0.6)
                        .differencesBeforeTheSwitch())
                .as("epochs 6 and 7 in three repeats")
                .isEqualTo(6);
    }

    @Test
    void resultFileHasTheHandoutsNameAndKeys() {
        Part5File file = new Part5File(answers(0.64, ONE_SWITCH, 0.6, 0.6).result());

        assertThat(file.name()).isEqualTo("part5_cnn_4.json");
        assertThat(file.content().keySet())
                .containsExactly(
                        "name",
                        "loss_curve_1",
                        "loss_curve_01",
                        "loss_curve_001",
                        "val_acc_curve_1",
                        "val_acc_curve_01",
                        "val_acc_curve_001");
        assertThat((double[]) file.content().get("loss_curve_01"))
                .as("mean of three equal curves")
                .containsExactly(MadeUp.line(2.3, 1.6), within(1e-12));
    }

    /** Rates .1, .01 and .001 with test accuracies of .6, .5 and .3; Adam with .63. */
    private static ScheduleAnswers answers(
            double scheduledTest, List<LearningRateChange> changes, double afterTheSwitch, double inTheEnd) {
        return new ScheduleAnswers(
                new LearningRateComparison.Result(
                        Scale.FULL,
                        MadeUp.data(),
                        constants(0.6),
                        scheduled(scheduledTest, changes, afterTheSwitch, inTheEnd)),
                adam(0.63));
    }

    private static LearningRateAnswers rates() {
        return new LearningRateAnswers(answers(0.64, ONE_SWITCH, 0.6, 0.6).result());
    }

    private static List<Repeats> constants(double test) {
        return List.of(
                constant(0.1, MadeUp.line(2.3, 0.9), test),
                constant(0.01, MadeUp.line(2.3, 1.6), 0.5),
                constant(0.001, MadeUp.line(2.3, 2.0), 0.3));
    }

    private static Repeats constant(double rate, double[] loss, double test) {
        double validation = rate == 0.1 ? 0.5 : 0.4 - 0.1 / (100 * rate);
        double[] accuracy = MadeUp.level(test == 0.1 ? 0.1 : validation);
        return MadeUp.repeats(sample(loss, accuracy, test).with(new Optimiser.Sgd(rate)));
    }

    /** A validation accuracy of .5 for 5 epochs, as with the constant rate, then as given, and as given in the last epoch. */
    private static Repeats scheduled(
            double test, List<LearningRateChange> changes, double afterTheSwitch, double inTheEnd) {
        double[] accuracy = MadeUp.level(afterTheSwitch);
        Arrays.fill(accuracy, 0, 5, 0.5);
        accuracy[14] = inTheEnd;
        return MadeUp.repeats(sample(MadeUp.line(2.3, 0.9), accuracy, test)
                .with(new Optimiser.Sgd(0.1))
                .with(changes));
    }

    private static Repeats adam(double test) {
        return MadeUp.repeats(sample(MadeUp.line(2.3, 0.8), MadeUp.line(0.2, 0.6), test));
    }

    private static SampleRun sample(double[] loss, double[] accuracy, double test) {
        return MadeUp.run(
                        GrayCifarArchitectures.CNN_4,
                        Map.of(Curve.TRAINING_LOSS, loss, Curve.VALIDATION_ACCURACY, accuracy))
                .withAccuracies(test, test);
    }
}
