package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.FloatArray;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class GeneralisationAnswersTest {
    @Test
    void rankingGapsAndChoiceFollowTheNumbers() {
        GeneralisationAnswers answers = answers(0.30, 0.32, 0.60, 0.65, 0.62);

        assertThat(answers.comparison())
                .contains("cnn_4 0.650, cnn_5 0.620, cnn_3 0.600, mlp_2 0.320, mlp_1 0.300")
                .contains("cnn_4 has the highest mean test accuracy over the seeds, and every other network is worse");
        assertThat(answers.choice())
                .startsWith(
                        "cnn_4: it has the highest mean validation accuracy, and the seeds show that the others' are lower.");
        assertThat(answers(0.70, 0.32, 0.60, 0.65, 0.62).choice()).startsWith("mlp_1:");
    }

    @Test
    void networksOfEqualAccuracyAreNamedAndTheCheapestIsChosen() {
        GeneralisationAnswers answers = answers(0.30, 0.32, 0.60, 0.60, 0.40);

        assertThat(answers.comparison()).contains("the seeds do not show that cnn_4 is worse");
        assertThat(answers.choice())
                .startsWith(
                        "cnn_3: the seeds do not show that the validation accuracy of cnn_4 is lower than that of cnn_3");
    }

    @Test
    void answerOnParametersDependsOnWhetherTheSmallestNetworkIsBetter() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).parameters())
                .contains("where the parameters are used matters more than their number")
                .contains(
                        "Among the convolutional networks, the test accuracy of the largest minus that of the smallest is"
                                + " +0.030, paired by seed: the larger one is better.");
        assertThat(answers(0.30, 0.70, 0.63, 0.65, 0.62).parameters())
                .contains("the network with more parameters is better here")
                .contains(
                        "Among the perceptrons, the test accuracy of the largest minus that of the smallest is +0.400");
    }

    @Test
    void answerOnDepthDependsOnWhetherAccuracyIncreasesThroughout() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.66).depth())
                .contains("Among the convolutional networks the mean increases with depth.")
                .contains("The deepest, cnn_5, is the best.");
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).depth())
                .contains("Among the convolutional networks the mean does not always increase with depth.")
                .contains("The deepest, cnn_5, which also has narrow layers, is not the best.");
    }

    @Test
    void familyMattersMoreOnlyIfFamiliesDifferMoreThanTheirMembers() {
        assertThat(answers(0.30, 0.32, 0.60, 0.65, 0.62).structures())
                .contains("the family matters more than its details");
        assertThat(answers(0.30, 0.32, 0.30, 0.65, 0.31).structures())
                .contains("the details matter as much as the family");
    }

    @Test
    void weightsOfNoiseAreNotReportedAsStructure() {
        assertThat(new FirstLayerAnswers(answers(0.30, 0.32, 0.60, 0.65, 0.62).result()).interpretable())
                .contains("These data cannot show that the perceptrons' weights differ from noise.")
                .contains(
                        "For at least one network's filters of 3 x 3 weights, this measure cannot show a difference from noise");
    }

    /** Test accuracies in the handout's order; first layers of noise. */
    private static GeneralisationAnswers answers(double... tests) {
        List<Repeats> repeats = new ArrayList<>();
        for (int i = 0; i < tests.length; i++) {
            Architecture architecture = GrayCifarArchitectures.all().get(i);
            repeats.add(SampleData.repeats(SampleData.run(architecture, Map.of())
                    .withAccuracies(tests[i] + 0.05, tests[i])
                    .with(noise(architecture))));
        }
        return new GeneralisationAnswers(
                new ArchitectureComparison.Result(Scale.FULL, Origin.REAL, SampleData.data(), repeats));
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

    private static int filters(Architecture architecture) {
        return architecture.name().equals("cnn_5") ? 8 : 16;
    }
}
