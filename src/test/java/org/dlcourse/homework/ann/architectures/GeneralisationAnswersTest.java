package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.TrainingData;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class GeneralisationAnswersTest {
    @Test
    void orderGapsAndChoiceFollowTheNumbers() {
        GeneralisationAnswers answers = answers(0.30, 0.32, 0.60, 0.65, 0.62);

        assertThat(answers.comparison())
                .contains("cnn_4 0.650, cnn_5 0.620, cnn_3 0.600, mlp_2 0.320, mlp_1 0.300")
                .contains("cnn_4 generalises best");
        assertThat(answers.choice()).startsWith("cnn_4: it has the highest mean validation accuracy, 0.650");
        assertThat(answers(0.70, 0.32, 0.60, 0.65, 0.62).choice()).startsWith("mlp_1:");
    }

    @Test
    void parametersAreSaidToMatterLessThanTheirPlaceOnlyIfTheSmallestNetworkIsAhead() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).parameters())
                .contains("where the parameters sit matters more than how many there are")
                .contains(
                        "Among the convolutional networks, the largest differs from the smallest by +0.030 ± 0.000 in test"
                                + " accuracy, seed by seed: the larger one does better.");
        assertThat(answers(0.30, 0.70, 0.63, 0.65, 0.62).parameters())
                .contains("here more parameters do better")
                .contains("Among the perceptrons, the largest differs from the smallest by +0.400");
    }

    @Test
    void depthIsSaidToHelpThroughoutOnlyIfItDoes() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.66).depth())
                .contains("Among the convolutional networks the means rise with depth.")
                .contains("The deepest, cnn_5, is best all the same.");
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).depth())
                .contains("Among the convolutional networks the means do not simply rise with depth.")
                .contains("The deepest, cnn_5, which also has narrow layers, is not the best.");
    }

    @Test
    void familiesAreSaidToDecideOnlyIfTheyDifferMoreThanTheirMembers() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).structures())
                .contains("the structure decides more than its details");
        assertThat(answers(0.30, 0.32, 0.30, 0.65, 0.31).structures())
                .contains("here the details matter as much as the family");
    }

    @Test
    void templatesOfNoiseAreSaidToBeNoise() {
        assertThat(new FirstLayerAnswers(answers(0.30, 0.32, 0.60, 0.65, 0.62).result()).interpretable())
                .contains("The perceptrons' templates cannot be told from noise here.")
                .contains("The filters of 3 x 3 weights, as far as this measure goes, cannot be told from noise");
    }

    @Test
    void neighboursOfASmoothPictureAreCorrelatedAndThoseOfACheckerboardOpposed() {
        FloatArray ramp = new FloatArray(new int[] {1, 9}, new float[] {0, 1, 2, 1, 2, 3, 2, 3, 4});
        FloatArray board = new FloatArray(new int[] {1, 9}, new float[] {1, -1, 1, -1, 1, -1, 1, -1, 1});

        assertThat(new FirstLayerStructure(ramp, 3, 3).smoothness().correlation())
                .isPositive();
        assertThat(new FirstLayerStructure(board, 3, 3).smoothness().correlation())
                .isCloseTo(-1, within(1e-12));
        assertThat(new FirstLayerStructure(board, 3, 3).smoothness().pairs())
                .as("6 side by side, 6 one above the other")
                .isEqualTo(12);
    }

    @Test
    void classShareIsOneForADetectorAndNoughtForAUnitThatSeesNoClass() {
        // The first input is the class, the second goes up and down alike in both classes.
        Examples examples =
                Examples.of(new float[] {0, 1, 0, -1, 5, 1, 5, -1}, new int[] {4, 1, 1, 2}, new int[] {0, 0, 1, 1}, 2);
        FloatArray units = new FloatArray(new int[] {2, 2}, new float[] {1, 0, 0, 1});

        assertThat(new FirstLayerStructure(units, 1, 2).classShares(examples))
                .containsExactly(new double[] {1, 0}, within(1e-6));
    }

    @Test
    void chanceOfAnswersThatFollowTheImagesIsWiderThanThatOfGuesses() {
        ChanceLevel.Interval chance = permuted(label -> (label + 1) % 10).chance(1);

        assertThat(chance.lower()).as("no class answered with its own name").isZero();
        assertThat(chance.upper()).as("four classes of ten").isBetween(0.3, 0.7);
        assertThat(permuted(label -> label).accuracy())
                .as("a leak: every class with its own name")
                .isGreaterThan(permuted(label -> label).chance(1).upper());
    }

    /** Every image of a class gets the same answer. */
    private static PermutedLabels.Result permuted(IntUnaryOperator answer) {
        TrainingData data = MadeUp.data();
        float[] probabilities = new float[data.test().count() * 10];
        int right = 0;
        for (int i = 0; i < data.test().count(); i++) {
            int label = data.test().labels()[i];
            probabilities[i * 10 + answer.applyAsInt(label)] = 1;
            right += answer.applyAsInt(label) == label ? 1 : 0;
        }
        double accuracy = (double) right / data.test().count();
        return new PermutedLabels.Result(
                data,
                MadeUp.repeats(MadeUp.run(GrayCifarArchitectures.MLP_1, Map.of())
                        .withAccuracies(accuracy, accuracy)
                        .withProbabilities(new FloatArray(new int[] {data.test().count(), 10}, probabilities))));
    }

    /** Test accuracies in the handout's order; first layers of noise. */
    private static GeneralisationAnswers answers(double... tests) {
        List<Repeats> repeats = new ArrayList<>();
        for (int i = 0; i < tests.length; i++) {
            Architecture architecture = GrayCifarArchitectures.all().get(i);
            repeats.add(MadeUp.repeats(MadeUp.run(architecture, Map.of())
                    .withAccuracies(tests[i] + 0.05, tests[i])
                    .with(noise(architecture))));
        }
        return new GeneralisationAnswers(
                new ArchitectureComparison.Result(Scale.FULL, Origin.REAL, MadeUp.data(), repeats));
    }

    private static int filters(Architecture architecture) {
        return architecture.name().equals("cnn_5") ? 8 : 16;
    }

    private static FloatArray noise(Architecture architecture) {
        int[] shape =
                architecture.isConvolutional() ? new int[] {filters(architecture), 1, 3, 3} : new int[] {32, 1024};
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Random random = SeededRandom.of(1, architecture.name());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new FloatArray(shape, values);
    }
}
