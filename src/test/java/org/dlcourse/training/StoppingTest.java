package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.Initialisation;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private static final int EPOCHS = 4;
    private static final int STEPS_AN_EPOCH = 5;

    private final TrainingData data = TinyData.of(100);

    @Test
    @EnabledIfBitsRepeat
    void stepsEndARunWithinAnEpoch() {
        TrainingResult whole = train(0.1, new Stopping.AfterLastEpoch(), 1);
        TrainingResult first = train(0.1, new Stopping.AfterSteps(7), 1);

        assertThat(whole.curves().steps()).hasSize(EPOCHS * STEPS_AN_EPOCH);
        assertThat(first.curves().steps()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(first.curves().of(Curve.VALIDATION_LOSS))
                .as("the same run, up to there")
                .isEqualTo(Arrays.copyOf(whole.curves().of(Curve.VALIDATION_LOSS), 7));
        assertThat(train(0.1, new Stopping.AfterSteps(1_000), 1).curves().steps())
                .as("epochs are the most")
                .hasSize(EPOCHS * STEPS_AN_EPOCH);
    }

    @Test
    void runStopsAfterTheFirstEpochWhoseValidationLossFellTooLittle() {
        TrainingResult whole = train(0.1, new Stopping.AfterLastEpoch(), STEPS_AN_EPOCH);
        double[] losses = whole.curves().of(Curve.VALIDATION_LOSS);
        double secondFall = losses[0] - losses[1];

        assertThat(epochs(0.1, secondFall + 1e-9)).as("asks for a little more").isEqualTo(2);
        assertThat(epochs(0.1, secondFall - 1e-9)).as("asks for a little less").isGreaterThan(2);
        assertThat(epochs(0, 1e-4)).as("nothing is learnt").isEqualTo(2);
        assertThat(epochs(0, -1)).as("control: a rise is allowed").isEqualTo(EPOCHS);
    }

    @Test
    void ruleNeedsTheCurveThatItJudges() {
        assertThatThrownBy(() -> plan(0.1, Recording.every(1, Curve.TRAINING_LOSS))
                        .withStopping(new Stopping.WhenLossIsFlat(1e-4)))
                .hasMessageContaining("needs VALIDATION_LOSS among the recorded curves");
        assertThatThrownBy(() -> new Stopping.AfterSteps(0)).hasMessageContaining("at least 1 step, not 0");
    }

    @Test
    void meanLossWeighsEveryExampleTheSame() {
        // 100 examples in batches of 30: the last one has 10.
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0),
                30,
                1,
                Recording.every(4, Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_SET_LOSS, Curve.TRAINING_SET_ACCURACY));

        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        // Sums of a hundred losses near 2.3 in single precision.
        assertThat(result.curves().of(Curve.MEAN_TRAINING_LOSS)[0])
                .as("nothing is learnt, so that the losses before the steps are the set's")
                .isCloseTo(result.curves().of(Curve.TRAINING_SET_LOSS)[0], within(1e-5));
        assertThat(result.curves().of(Curve.TRAINING_SET_ACCURACY)[0]).isEqualTo(result.trainingAccuracy());
    }

    private int epochs(double rate, double leastDecrease) {
        return train(rate, new Stopping.WhenLossIsFlat(leastDecrease), STEPS_AN_EPOCH)
                .curves()
                .steps()
                .length;
    }

    private TrainingResult train(double rate, Stopping stopping, int recordEvery) {
        TrainingPlan plan = plan(rate, Recording.every(recordEvery, Curve.VALIDATION_LOSS));
        return new Trainer(plan.withStopping(stopping), data, 3).train(TrainingProgress.SILENT);
    }

    private static TrainingPlan plan(double rate, Recording recording) {
        return new TrainingPlan(
                GrayCifarArchitectures.MLP_1, Initialisation.PYTORCH, new Optimiser.Sgd(rate), 20, EPOCHS, recording);
    }
}
