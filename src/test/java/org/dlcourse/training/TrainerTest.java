package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.EnabledIfBitsRepeat;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.InputForm;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private final TrainingData data = TinyData.of(130);

    @Test
    void recordsEveryTenthStepOfAllEpochs() {
        // 130 images in batches of 20: 7 batches an epoch, the last of 10; 35 steps in 5 epochs.
        TrainingPlan plan = plan(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 20, 5);
        List<Integer> reported = new ArrayList<>();

        TrainingResult result =
                new Trainer(plan, data, 3).train((epoch, step, steps, loss) -> reported.add(step * 1000 + steps));

        assertThat(plan.batchesPerEpoch(130)).isEqualTo(7);
        assertThat(result.curves().steps()).containsExactly(10, 20, 30);
        assertThat(result.curves().of(Curve.TRAINING_LOSS)).hasSize(3).doesNotContain(0);
        assertThat(result.curves().of(Curve.VALIDATION_ACCURACY)).hasSize(3);
        assertThat(reported).containsExactly(10_035, 20_035, 30_035);
    }

    @Test
    void fitsItsTrainingImages() {
        TrainingResult result = new Trainer(
                        plan(GrayCifarArchitectures.MLP_1, Optimiser.Adam.defaults(), 20, 60), data, 3)
                .train(TrainingProgress.SILENT);

        assertThat(result.trainingAccuracy())
                .as("130 images, 33,130 parameters")
                .isGreaterThan(0.95);
        assertThat(result.testAccuracy()).as("never seen").isLessThan(result.trainingAccuracy());
    }

    @Test
    @EnabledIfBitsRepeat
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        TrainingPlan plan = plan(GrayCifarArchitectures.CNN_3, Optimiser.Adam.defaults(), 20, 2);

        TrainingResult once = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);
        TrainingResult again = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);
        TrainingResult other = new Trainer(plan, data, 4).train(TrainingProgress.SILENT);

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
        assertThat(other.curves().of(Curve.TRAINING_LOSS))
                .isNotEqualTo(once.curves().of(Curve.TRAINING_LOSS));
    }

    @Test
    void learningRateZeroLeavesTheWeightsAsTheyWere() {
        TrainingPlan still = plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(0), 20, 1);
        TrainingPlan moving = plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(0.1), 20, 1);
        FloatArray first = FloatArray.of(still.networks()
                .create(GrayCifarArchitectures.CNN_3, 3)
                .getLayer(0)
                .getParam("W"));

        assertThat(new Trainer(still, data, 3)
                        .train(TrainingProgress.SILENT)
                        .firstLayerWeights()
                        .values())
                .as("learning rate 0")
                .isEqualTo(first.values());
        assertThat(new Trainer(moving, data, 3)
                        .train(TrainingProgress.SILENT)
                        .firstLayerWeights()
                        .values())
                .as("control: learning rate .1")
                .isNotEqualTo(first.values());
    }

    @Test
    void firstLayerWeightsAreUnitsByInputsOrFiltersByChannelsByKernel() {
        assertThat(weightsOf(GrayCifarArchitectures.MLP_1).shape()).containsExactly(32, 1024);
        assertThat(weightsOf(GrayCifarArchitectures.CNN_4).shape()).containsExactly(16, 1, 3, 3);
    }

    @Test
    void gradientOfThePlotIsBackPropagations() {
        TrainingPlan plan = recording(Curve.TRAINING_LOSS, Curve.FIRST_LAYER_GRADIENT);
        MultiLayerNetwork network = plan.networks().create(plan.architecture(), 3);
        int[] batch = Arrays.copyOf(SeededRandom.permutation(130, SeededRandom.of(3, "order of epoch 1")), 20);
        ExampleBatches examples = new ExampleBatches(data.training(), InputForm.IMAGES);
        network.setInput(examples.batch(batch).features());
        network.setLabels(examples.batch(batch).targets());
        network.computeGradientAndScore();
        // DL4J's gradient is a sum over the batch.
        double expected = network.gradient().getGradientFor("0_W").norm2Number().doubleValue() / 20;

        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        // A weight below 1/3 is rounded to half of 2^-25; divided by the learning rate, over 144 weights.
        double rounding = Math.scalb(0.5, -25) / 0.1 * Math.sqrt(144);
        assertThat(result.curves().of(Curve.FIRST_LAYER_GRADIENT)[0])
                .as("norm of the first step's gradient")
                .isCloseTo(expected, within(rounding));
        assertThat(expected).as("the gradient itself").isGreaterThan(10 * rounding);
    }

    @Test
    void saturationIsThePartOfActivationsWithHardlyAnyDerivative() {
        Architecture sigmoid = GrayCifarArchitectures.MLP_1.withActivation(ActivationFunction.LOGISTIC_SIGMOID);
        Examples wide = Examples.of(
                wideFeatures(data.training()),
                new int[] {130, 1, 32, 32},
                data.training().labels(),
                10);
        TrainingData wideData = new TrainingData("wide", wide, wide, wide);
        Recording recording = Recording.every(1, Curve.FIRST_LAYER_SATURATION);
        TrainingPlan still = new TrainingPlan(sigmoid, Initialisation.PYTORCH, new Optimiser.Sgd(0), 130, 1, recording);

        assertThat(new Trainer(still, data, 3)
                        .train(TrainingProgress.SILENT)
                        .curves()
                        .of(Curve.FIRST_LAYER_SATURATION))
                .as("inputs around 1")
                .containsExactly(0);
        assertThat(new Trainer(still, wideData, 3)
                        .train(TrainingProgress.SILENT)
                        .curves()
                        .of(Curve.FIRST_LAYER_SATURATION)[0])
                .as("inputs of millions")
                .isGreaterThan(0.99);
    }

    private static float[] wideFeatures(Examples examples) {
        return examples.features().mul(1e6).data().asFloat();
    }

    @Test
    void testProbabilitiesAreThoseThatTheTestAccuracyCounts() {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                20,
                5,
                Recording.every(10, Curve.TRAINING_LOSS).withTestProbabilities());

        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        FloatArray probabilities = result.testProbabilities();
        assertThat(probabilities.shape()).containsExactly(50, 10);
        int right = 0;
        for (int example = 0; example < 50; example++) {
            float[] row = probabilities.row(example);
            double sum = 0;
            int largest = 0;
            for (int c = 0; c < 10; c++) {
                sum += row[c];
                largest = row[c] > row[largest] ? c : largest;
            }
            assertThat(sum).as("sum of probabilities").isCloseTo(1, within(1e-6));
            right += largest == data.test().labels()[example] ? 1 : 0;
        }
        assertThat(result.testAccuracy()).isEqualTo(right / 50.0);
    }

    @Test
    void rateChangesWhereTheValidationAccuracyStopsRising() {
        // No rise is ever as large as 2: the first epoch rises from nothing, the second ends the patience.
        PlateauRule impatient = new PlateauRule(1, 2);

        TrainingResult result = scheduled(List.of(0.01, 0.001), impatient);

        // 7 steps an epoch.
        assertThat(result.rateChanges())
                .containsExactly(new LearningRateChange(14, 0.01), new LearningRateChange(28, 0.001));
        assertThat(scheduled(List.of(), impatient).rateChanges()).isEmpty();
    }

    @Test
    @EnabledIfBitsRepeat
    void changeToTheSameRateChangesNoBit() {
        TrainingResult constant = scheduled(List.of(), new PlateauRule(1, 2));
        TrainingResult changed = scheduled(List.of(0.1, 0.1), new PlateauRule(1, 2));
        TrainingResult slower = scheduled(List.of(0.01), new PlateauRule(1, 2));

        assertThat(changed.rateChanges()).hasSize(2);
        assertThat(changed.firstLayerWeights().values())
                .as("weights go on")
                .isEqualTo(constant.firstLayerWeights().values());
        assertThat(changed.curves().of(Curve.TRAINING_LOSS))
                .isEqualTo(constant.curves().of(Curve.TRAINING_LOSS));
        assertThat(slower.curves().of(Curve.TRAINING_LOSS))
                .as("control: another learning rate")
                .isNotEqualTo(constant.curves().of(Curve.TRAINING_LOSS));
        assertThat(Arrays.copyOf(slower.curves().of(Curve.TRAINING_LOSS), 7))
                .as("up to the change")
                .isEqualTo(Arrays.copyOf(constant.curves().of(Curve.TRAINING_LOSS), 7));
    }

    private TrainingResult scheduled(List<Double> nextRates, PlateauRule rule) {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.MLP_1,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0.1),
                new Schedule.OnPlateau(nextRates, rule),
                20,
                6,
                Recording.every(2, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
        return new Trainer(plan, data, 3).train(TrainingProgress.SILENT);
    }

    @Test
    void gradientCannotBeTakenFromTheWeightsWhereStepsRemember() {
        assertThatThrownBy(() -> new TrainingPlan(
                        GrayCifarArchitectures.MLP_1,
                        Initialisation.PYTORCH,
                        Optimiser.Adam.defaults(),
                        20,
                        1,
                        Recording.every(1, Curve.FIRST_LAYER_GRADIENT)))
                .hasMessageContaining("with plain SGD only, not with Adam");
    }

    @Test
    void scheduleNeedsTheCurveThatItWaitsFor() {
        assertThatThrownBy(() -> new TrainingPlan(
                        GrayCifarArchitectures.MLP_1,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(0.1),
                        new Schedule.OnPlateau(List.of(0.01), new PlateauRule(2, 0.01)),
                        20,
                        1,
                        Recording.every(1, Curve.TRAINING_LOSS)))
                .hasMessageContaining("needs VALIDATION_ACCURACY among the recorded curves");
    }

    @Test
    void curveThatWasNotRecordedIsAnError() {
        TrainingResult result = new Trainer(recording(Curve.TRAINING_LOSS), data, 3).train(TrainingProgress.SILENT);

        assertThatThrownBy(() -> result.curves().of(Curve.VALIDATION_ACCURACY))
                .hasMessageContaining("did not record VALIDATION_ACCURACY, only [TRAINING_LOSS]");
    }

    private static TrainingPlan recording(Curve... curves) {
        return new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0.1),
                20,
                1,
                Recording.every(1, curves));
    }

    @Test
    void lossThatIsNoNumberEndsTheRunAndIsRecorded() {
        TrainingPlan plan = new TrainingPlan(
                GrayCifarArchitectures.CNN_3,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(1e30),
                20,
                1_000_000,
                Recording.every(2, Curve.TRAINING_LOSS, Curve.TRAINING_ACCURACY, Curve.VALIDATION_ACCURACY)
                        .withTestProbabilities());

        TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        int last = result.divergence().orElseThrow().step();
        assertThat(result.divergence().orElseThrow().loss()).isEqualTo("NaN");
        assertThat(last).as("long before the last of 7 million steps").isBetween(1, 20);
        assertThat(result.curves().steps()).as("points before").hasSize((last - 1) / 2);
        assertThat(result.curves().values().values())
                .allSatisfy(curve -> assertThat(curve).hasSize((last - 1) / 2).doesNotContain(Double.NaN));
        assertThat(result.firstLayerWeights()).isEqualTo(FloatArray.NONE);
        assertThat(result.testProbabilities()).isEqualTo(FloatArray.NONE);
        assertThat(result.testAccuracy())
                .as("outputs that are NaN name no class")
                .isZero();
        TrainingPlan withLoss = plan.withRecording(Recording.every(1, Curve.TRAINING_LOSS, Curve.VALIDATION_LOSS));
        TrainingResult first = new Trainer(withLoss, data, 3).train(TrainingProgress.SILENT);
        assertThat(first.divergence().orElseThrow().step())
                .as("the first step spoils the weights, which shows in the validation loss at once")
                .isEqualTo(1);
        assertThat(first.curves().of(Curve.VALIDATION_LOSS)).isEmpty();
        assertThat(new Trainer(plan(GrayCifarArchitectures.CNN_3, new Optimiser.Sgd(.1), 20, 1), data, 3)
                        .train(TrainingProgress.SILENT)
                        .divergence())
                .as("control: a usual learning rate")
                .isEmpty();
    }

    private FloatArray weightsOf(Architecture architecture) {
        return new Trainer(plan(architecture, new Optimiser.Sgd(0.01), 65, 1), data, 3)
                .train(TrainingProgress.SILENT)
                .firstLayerWeights();
    }

    private static TrainingPlan plan(Architecture architecture, Optimiser optimiser, int batchSize, int epochs) {
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                optimiser,
                batchSize,
                epochs,
                Recording.every(10, Curve.TRAINING_LOSS, Curve.VALIDATION_ACCURACY));
    }
}
