package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class PermutedLabelsTest {
    @Test
    void intervalOfChanceIsWideIfAllImagesOfAClassGetOneAnswer() {
        ChanceLevel.Interval chance = answering(label -> (label + 1) % 10).chance(1);

        assertThat(chance.lower()).as("no class gets its own name").isZero();
        assertThat(chance.upper()).as("four classes of ten get their own name").isBetween(0.3, 0.7);
    }

    @Test
    void leakedLabelsAreAboveChance() {
        PermutedLabels.Result leak = answering(label -> label);

        assertThat(leak.accuracy())
                .as("every class gets its own name")
                .isGreaterThan(leak.chance(1).upper());
    }

    /** Networks that give every image of a class the same answer. */
    private static PermutedLabels.Result answering(IntUnaryOperator answer) {
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
}
