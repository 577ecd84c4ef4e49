package org.dlcourse.homework.ann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.RateChange;
import org.junit.jupiter.api.Test;

class LearningRateAnswersTest {
    private static final List<RateChange> ONE_SWITCH = List.of(new RateChange(50, 0.01));

    @Test
    void speedIsTheStepAtWhichTheSlowestRatesLossIsReached() {
        assertThat(answers(0.60, 0.64, ONE_SWITCH).speed())
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
                scheduled(0.5, List.of()));

        LearningRateAnswers answers = new LearningRateAnswers(result, adam(0.6));

        assertThat(answers.speed()).contains("rate 0.1 never");
        assertThat(answers.endPoint()).contains("Best in validation is rate 0.01, not the largest");
    }

    @Test
    void largestRateIsSaidToBeBestWhereItIs() {
        assertThat(answers(0.60, 0.64, ONE_SWITCH).endPoint())
                .contains("Best in validation is rate 0.1, the largest")
                .contains("the smallest has not arrived: its training loss of 2.000 is above the 0.900 of rate 0.1.");
    }

    @Test
    void scheduleIsSaidToWorkOnlyIfItGainsAtTheSwitchAndInTheEnd() {
        assertThat(answers(0.60, 0.64, ONE_SWITCH).scheduleWorks())
                .startsWith("Yes:")
                .contains("from 0.500 to 0.600 in the next epoch (mean over the 3 of 3 runs that switched)");
        assertThat(answers(0.60, 0.55, ONE_SWITCH).scheduleWorks()).startsWith("In part:");
        assertThat(answers(0.60, 0.64, List.of(new RateChange(100, 0.01))).scheduleWorks())
                .as("no gain from epoch 10 to 11")
                .startsWith("Not here:")
                .contains("It ends above the best constant rate all the same");
        assertThat(answers(0.60, 0.64, List.of()).scheduleWorks()).startsWith("It was not put to the test");
    }

    @Test
    void comparisonWithAdamHasTheSignOfTheDifference() {
        assertThat(answers(0.60, 0.64, ONE_SWITCH).besideAdam())
                .contains("the schedule is 1.0 percentage points better");
        assertThat(answers(0.60, 0.58, ONE_SWITCH).besideAdam())
                .contains("the schedule is 5.0 percentage points worse");
        assertThat(answers(0.60, 0.632, ONE_SWITCH).besideAdam()).contains("the same within half a percentage point");
    }

    @Test
    void pointsBeforeTheSwitchAreComparedToTheBit() {
        assertThat(answers(0.60, 0.64, ONE_SWITCH).differencesBeforeTheSwitch())
                .as("validation accuracy .5 in the first 5 epochs of both, the same loss")
                .isZero();
        assertThat(answers(0.60, 0.64, List.of(new RateChange(70, 0.01))).differencesBeforeTheSwitch())
                .as("epochs 6 and 7 in three repeats")
                .isEqualTo(6);
    }

    @Test
    void resultFileHasTheHandoutsNameAndKeys() {
        Part5File file = new Part5File(answers(0.60, 0.64, ONE_SWITCH).result());

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

    /** Rate .1 with a test accuracy that is given, .01 and .001 with .5 and .3; Adam with .63. */
    private static LearningRateAnswers answers(double constantTest, double scheduledTest, List<RateChange> changes) {
        return new LearningRateAnswers(
                new LearningRateComparison.Result(
                        Scale.FULL,
                        MadeUp.data(),
                        List.of(
                                constant(0.1, MadeUp.line(2.3, 0.9), constantTest),
                                constant(0.01, MadeUp.line(2.3, 1.6), 0.5),
                                constant(0.001, MadeUp.line(2.3, 2.0), 0.3)),
                        scheduled(scheduledTest, changes)),
                adam(0.63));
    }

    private static Repeats constant(double rate, double[] loss, double test) {
        double validation = rate == 0.1 ? 0.5 : 0.4 - 0.1 / (100 * rate);
        double[] accuracy = MadeUp.level(test == 0.1 ? 0.1 : validation);
        return MadeUp.repeats(sample(loss, accuracy, test).with(new Optimiser.Sgd(rate)));
    }

    /** A validation accuracy of .5 for 5 epochs and .6 after that. */
    private static Repeats scheduled(double test, List<RateChange> changes) {
        double[] accuracy = MadeUp.level(0.6);
        Arrays.fill(accuracy, 0, 5, 0.5);
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
