package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Objective;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.LearningRateChange;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TinyData;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;
import org.junit.jupiter.api.Test;

class ExerciseNetworkTest {
    private static final double[] DECAYED = {0.1, 0.05, 0.025};

    /** Rounding errors of some hundred sums in single precision, of numbers near 1, over 15 steps. */
    private static final double FLOAT = 1e-5;

    private final TrainingData data = TinyData.of(100);

    @Test
    void takesTheStepsThatDl4jTakes() {
        TrainingResult exercise = train(ExerciseNetworkProvider.TWO_LAYER_EXERCISE, .05);
        TrainingResult dl4j = train(Implementation.DL4J, .05);
        TrainingResult otherPenalty = train(Implementation.DL4J, .06);

        assertThat(largestDifference(exercise, dl4j)).as("of the losses").isLessThan(FLOAT);
        assertThat(largestDifference(exercise, otherPenalty))
                .as("control: another penalty")
                .isGreaterThan(100 * FLOAT);
        float[] weights = exercise.firstLayerWeights().values();
        float[] expected = dl4j.firstLayerWeights().values();
        assertThat(IntStream.range(0, weights.length)
                        .mapToDouble(i -> Math.abs(weights[i] - expected[i]))
                        .max()
                        .orElseThrow())
                .as("largest difference of a weight")
                .isLessThan(FLOAT);
        assertThat(exercise.firstLayerWeights().shape()).containsExactly(32, 1024);
        assertThat(exercise.testAccuracy()).isEqualTo(dl4j.testAccuracy());
    }

    @Test
    void learningRateDecaysAfterEveryEpoch() {
        TrainingResult result = train(ExerciseNetworkProvider.TWO_LAYER_EXERCISE, .05);

        assertThat(result.rateChanges().stream().map(LearningRateChange::afterStep))
                .containsExactly(5, 10, 15);
        assertThat(result.rateChanges().get(1).rate()).isEqualTo(DECAYED[2]);
    }

    @Test
    void otherNetworksAndOptimisersAreRejected() {
        TrainingPlan three = new TrainingPlan(
                        GrayCifarArchitectures.MLP_2,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(0.1),
                        20,
                        1,
                        Recording.every(1, Curve.TRAINING_LOSS))
                .withImplementation(ExerciseNetworkProvider.TWO_LAYER_EXERCISE);

        assertThatThrownBy(() -> new Trainer(three, data, 3).train(TrainingProgress.SILENT))
                .hasMessageContaining("has one hidden layer with ReLU")
                .hasMessageContaining("FC-64 (no bias)");
    }

    @Test
    void runWithoutATestSetHasNoTestAccuracy() {
        TrainingPlan plan = plan(.05);

        TrainingResult withoutTest = new Trainer(plan, data.withoutTest(), 3).train(TrainingProgress.SILENT);
        TrainingResult withTest = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

        assertThat(withoutTest.validationAccuracy()).isEqualTo(withTest.validationAccuracy());
        assertThat(withoutTest.accuracyOnTest()).isEmpty();
        assertThatThrownBy(withoutTest::testAccuracy).hasMessageContaining("was given no test set");
        assertThatThrownBy(() -> data.withoutTest().test()).hasMessageContaining("have no test set");
        assertThat(data.withoutTest().sha256()).isNotEqualTo(data.sha256());
    }

    private TrainingResult train(Implementation implementation, double penalty) {
        return new Trainer(plan(penalty).withImplementation(implementation), data, 3).train(TrainingProgress.SILENT);
    }

    private static TrainingPlan plan(double penalty) {
        return new TrainingPlan(
                        GrayCifarArchitectures.MLP_1,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(DECAYED[0]),
                        new Schedule.Decay(.5),
                        20,
                        3,
                        Recording.every(1, Curve.TRAINING_LOSS))
                .withObjective(Objective.penalised(penalty));
    }

    private static double largestDifference(TrainingResult one, TrainingResult other) {
        double[] ours = one.curves().of(Curve.TRAINING_LOSS);
        double[] theirs = other.curves().of(Curve.TRAINING_LOSS);
        return Arrays.stream(IntStream.range(0, ours.length).toArray())
                .mapToDouble(i -> Math.abs(ours[i] - theirs[i]))
                .max()
                .orElseThrow();
    }

    @Test
    void storedParametersRestoreTheSameNetwork() {
        for (Implementation implementation : List.of(
                Implementation.DL4J, Implementation.ND4J_OPERATIONS, ExerciseNetworkProvider.TWO_LAYER_EXERCISE)) {
            TrainingPlan plan = plan(.05)
                    .withImplementation(implementation)
                    .withRecording(Recording.every(1, Curve.TRAINING_LOSS)
                            .withParameters()
                            .withTestProbabilities());
            TrainingResult result = new Trainer(plan, data, 3).train(TrainingProgress.SILENT);

            MultiLayerNetwork restored = plan.networks()
                    .restore(plan.architecture(), result.parameters().values());
            float[] probabilities = restored.output(data.test().features().reshape(50, 1024))
                    .dup('c')
                    .data()
                    .asFloat();

            for (int i = 0; i < probabilities.length; i++) {
                assertThat(probabilities[i])
                        .as("%s, probability %d", implementation, i)
                        .isCloseTo(result.testProbabilities().values()[i], within(1e-5f));
            }
        }
        assertThatThrownBy(() -> plan(0).networks().restore(GrayCifarArchitectures.MLP_1, new float[3]))
                .hasMessageContaining("mlp_1 has 33130 parameters, found 3");
    }
}
