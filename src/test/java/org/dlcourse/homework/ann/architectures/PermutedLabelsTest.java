package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class PermutedLabelsTest {
    @Test
    void intervalOfChanceIsWideIfAllImagesOfAClassGetOnePrediction() {
        ChanceLevel.Interval chance = predicting(label -> (label + 1) % 10).chance(1);

        assertThat(chance.lower()).as("no class is predicted correctly").isZero();
        assertThat(chance.upper())
                .as("four of ten classes are predicted correctly")
                .isBetween(0.3, 0.7);
    }

    @Test
    void leakedLabelsAreAboveChance() {
        PermutedLabels.Result leak = predicting(label -> label);

        assertThat(leak.accuracy())
                .as("every class is predicted correctly")
                .isGreaterThan(leak.chance(1).upper());
    }

    /** Networks that predict the same class for every image of a class. */
    private static PermutedLabels.Result predicting(IntUnaryOperator prediction) {
        TrainingData data = SampleData.data();
        float[] probabilities = new float[data.test().count() * 10];
        int correct = 0;
        for (int i = 0; i < data.test().count(); i++) {
            int label = data.test().labels()[i];
            probabilities[i * 10 + prediction.applyAsInt(label)] = 1;
            correct += prediction.applyAsInt(label) == label ? 1 : 0;
        }
        double accuracy = (double) correct / data.test().count();
        return new PermutedLabels.Result(
                data,
                SampleData.repeats(SampleData.run(GrayCifarArchitectures.MLP_1, Map.of())
                        .withAccuracies(accuracy, accuracy)
                        .withProbabilities(new FloatArray(new int[] {data.test().count(), 10}, probabilities))));
    }
}
