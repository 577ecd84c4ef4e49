package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.GlobalAveragePooling;
import org.dlcourse.model.LayerSpec.NormalisedConvolution;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;

class WarmUpCosineTest {
    private static final Architecture SMALL = new Architecture(
            "small",
            new Shape(1, 32, 32),
            List.of(new NormalisedConvolution(3, 2, 2), new GlobalAveragePooling(), new FullyConnected(10, true)));

    private final TrainingData data = TinyData.of(50);

    @Test
    void rateRisesInALineAndFallsAlongACosine() {
        Schedule.WarmUpCosine schedule = new Schedule.WarmUpCosine(.2);

        assertThat(schedule.fraction(1, 100)).isEqualTo(1.0 / 20);
        assertThat(schedule.fraction(20, 100)).isEqualTo(1);
        // 80 steps of falling, and one more to 0.
        assertThat(schedule.fraction(100, 100)).isCloseTo((1 + Math.cos(Math.PI * 80 / 81)) / 2, within(1e-15));
        assertThat(new Schedule.WarmUpCosine(0).fraction(1, 1))
                .as("a single step")
                .isCloseTo(.5, within(1e-15));
        assertThatThrownBy(() -> new Schedule.WarmUpCosine(1)).hasMessageContaining("not 1.0");
    }

    @Test
    void runRecordsTheRateOfEveryStepAndUsesIt() {
        // 50 images in batches of 10, 2 epochs: 10 steps, of which 2 rise.
        TrainingPlan plan = plan(new Schedule.WarmUpCosine(.2), Objective.CROSS_ENTROPY);

        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        double[] rates = result.curves().of(Curve.LEARNING_RATE);
        assertThat(rates).hasSize(10).startsWith(.05, .1);
        assertThat(rates[9]).isCloseTo(.1 * (1 + Math.cos(Math.PI * 8 / 9)) / 2, within(1e-15));
        assertThat(result.rateChanges()).as("one a step would be too many").isEmpty();
        double[] constant = new Trainer(plan(new Schedule.Constant(), Objective.CROSS_ENTROPY), data, 3)
                .train(TrainingProgress.SILENT)
                .curves()
                .of(Curve.TRAINING_LOSS);
        assertThat(result.curves().of(Curve.TRAINING_LOSS)[0])
                .as("loss before the first step")
                .isEqualTo(constant[0]);
        assertThat(result.curves().of(Curve.TRAINING_LOSS)[1])
                .as("control: after a first step at half the constant learning rate")
                .isNotEqualTo(constant[1]);
    }

    @Test
    @EnabledIfBitsRepeat
    void sameSeedGivesTheSameBitsWithRunningStatistics() {
        TrainingPlan plan =
                plan(new Schedule.WarmUpCosine(.2), Objective.penalised(1e-3).smoothed(.1));

        TrainingResult once = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        assertThat(new Trainer(plan, data, 3).train(TrainingProgress.SILENT))
                .usingRecursiveComparison()
                .isEqualTo(once);
        assertThat(new Trainer(plan, data, 4).train(TrainingProgress.SILENT).parameters())
                .usingRecursiveComparison()
                .as("another seed")
                .isNotEqualTo(once.parameters());
    }

    @Test
    void smoothingChangesTheTrainingLossAndNotTheValidations() {
        TrainingPlan still = new TrainingPlan(
                        SMALL, Initialisation.KAIMING_NORMAL, new Optimiser.Sgd(0), 50, 1, recording())
                .withImplementation(Implementation.DL4J);

        LearningCurves plain =
                new Trainer(still, data, 3).train(TrainingProgress.SILENT).curves();
        LearningCurves smoothed = new Trainer(still.withObjective(Objective.CROSS_ENTROPY.smoothed(.1)), data, 3)
                .train(TrainingProgress.SILENT)
                .curves();

        assertThat(smoothed.of(Curve.TRAINING_LOSS)).isNotEqualTo(plain.of(Curve.TRAINING_LOSS));
        assertThat(smoothed.of(Curve.VALIDATION_LOSS)).isEqualTo(plain.of(Curve.VALIDATION_LOSS));
        assertThatThrownBy(() -> Objective.CROSS_ENTROPY.smoothed(1)).hasMessageContaining("below 1, not 1.0");
    }

    @Test
    @EnabledIfBitsRepeat
    void predictionsFromKeptParametersAreTheTrainedNetworks() {
        TrainingPlan plan = plan(new Schedule.WarmUpCosine(.2), Objective.CROSS_ENTROPY);
        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        assertThat(Predictions.of(plan, result.parameters(), data.test()).values())
                .isEqualTo(result.testProbabilities().values());
        assertThatThrownBy(() -> Predictions.of(plan, FloatArray.NONE, data.test()))
                .hasMessage("small has 56 parameters and running statistics, found 0.");
    }

    private static TrainingPlan plan(Schedule schedule, Objective objective) {
        return new TrainingPlan(
                        SMALL,
                        Initialisation.KAIMING_NORMAL,
                        new Optimiser.Momentum(.1, .9),
                        schedule,
                        10,
                        2,
                        recording().withParameters().withTestProbabilities())
                .withObjective(objective)
                .withImplementation(Implementation.DL4J);
    }

    private static Recording recording() {
        return Recording.every(1, Curve.TRAINING_LOSS, Curve.LEARNING_RATE, Curve.VALIDATION_LOSS);
    }
}
