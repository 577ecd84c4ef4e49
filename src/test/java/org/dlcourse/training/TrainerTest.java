package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private final TrainingData data = TinyData.of(130);

    @Test
    void recordsEveryTenthStepOfAllEpochs() {
        // 130 images in batches of 20: 7 batches an epoch, the last of 10; 35 steps in 5 epochs.
        TrainingPlan plan = plan(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 20, 5);
        List<Integer> told = new ArrayList<>();

        TrainingResult result =
                new Trainer(plan, data, 3).train((epoch, step, steps, loss) -> told.add(step * 1000 + steps));

        assertThat(plan.batchesPerEpoch(130)).isEqualTo(7);
        assertThat(result.curves().steps()).containsExactly(10, 20, 30);
        assertThat(result.curves().trainingLoss()).hasSize(3).doesNotContain(0);
        assertThat(result.curves().validationAccuracy()).hasSize(3);
        assertThat(told).containsExactly(10_035, 20_035, 30_035);
    }

    @Test
    void learnsItsTrainingImagesByHeart() {
        TrainingResult result = new Trainer(
                        plan(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 20, 60), data, 3)
                .train(TrainingProgress.SILENT);

        assertThat(result.trainingAccuracy())
                .as("130 images, 33,130 parameters")
                .isGreaterThan(0.95);
        assertThat(result.testAccuracy()).as("never seen").isLessThan(result.trainingAccuracy());
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        TrainingPlan plan = plan(GrayCifarArchitectures.CNN_3, Optimiser.Adam.defaults(), 20, 2);

        TrainingResult once = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);
        TrainingResult again = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);
        TrainingResult other = new Trainer(plan, data, 4).train(TrainingProgress.SILENT);

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
        assertThat(other.curves().trainingLoss()).isNotEqualTo(once.curves().trainingLoss());
    }

    @Test
    void learningRateZeroLeavesTheWeightsAsTheyWere() {
        TrainingPlan still = plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(0), 20, 1);
        TrainingPlan moving = plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(0.1), 20, 1);
        WeightArray first = WeightArray.of(still.networks()
                .create(GrayCifarArchitectures.CNN_3, 3)
                .getLayer(0)
                .getParam("W"));

        assertThat(new Trainer(still, data, 3)
                        .train(TrainingProgress.SILENT)
                        .firstLayerWeights()
                        .values())
                .as("rate 0")
                .isEqualTo(first.values());
        assertThat(new Trainer(moving, data, 3)
                        .train(TrainingProgress.SILENT)
                        .firstLayerWeights()
                        .values())
                .as("control: rate .1")
                .isNotEqualTo(first.values());
    }

    @Test
    void firstLayerWeightsAreUnitsByInputsOrFiltersByChannelsByKernel() {
        assertThat(weightsOf(GrayCifarArchitectures.MLP_1).shape()).containsExactly(32, 1024);
        assertThat(weightsOf(GrayCifarArchitectures.CNN_4).shape()).containsExactly(16, 1, 3, 3);
    }

    @Test
    void lossThatIsNoNumberEndsTheRunWithRunStepAndRate() {
        TrainingPlan plan = plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(1e30), 20, 1);

        assertThatThrownBy(() -> new Trainer(plan, data, 3).train(TrainingProgress.SILENT))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The training loss of cnn_3 with seed 3 is")
                .hasMessageContaining("of 7; expected a finite number")
                .hasMessageContaining("1.0E30");
    }

    private WeightArray weightsOf(Architecture architecture) {
        return new Trainer(plan(architecture, new Optimiser.Sgd(0.01), 65, 1), data, 3)
                .train(TrainingProgress.SILENT)
                .firstLayerWeights();
    }

    private static TrainingPlan plan(Architecture architecture, Optimiser optimiser, int batchSize, int epochs) {
        return new TrainingPlan(architecture, Initialisation.PYTORCH, optimiser, batchSize, epochs, 10);
    }
}
