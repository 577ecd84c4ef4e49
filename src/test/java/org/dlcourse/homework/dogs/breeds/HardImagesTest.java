package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.training.FloatArray;
import org.junit.jupiter.api.Test;

class HardImagesTest {
    private static final List<String> BREEDS = List.of("pug", "collie");

    /** Six pugs and one collie. */
    private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 1};

    @Test
    void breedWithTooFewTestImagesIsNotChosenHoweverLargeItsLoss() {
        HardImages hard = hard(.9f, .8f, .7f, .6f, .4f, .3f, 1);

        assertThat(hard.breed()).isZero();
        assertThat(hard.hardest()).extracting(HardImages.Prediction::index).containsExactly(5, 4, 3);
        assertThat(hard.easiest()).extracting(HardImages.Prediction::index).containsExactly(0, 1, 2);
        assertThat(hard.misclassified()).isEqualTo(2);
        assertThat(new HardImagesAnswer(hard).why()).contains("classifies them as collie and pug.");
    }

    @Test
    void correctlyClassifiedHardImagesAreReportedAsSuch() {
        assertThat(new HardImagesAnswer(hard(.9f, .8f, .7f, .6f, .7f, .8f, 0)).why())
                .contains("classifies all three correctly, with the lowest probabilities of the breed");
    }

    @Test
    void setWithoutEnoughTestImagesOfAnyBreedIsAnError() {
        assertThatThrownBy(() -> HardImages.breeds(images(0, 1, 0, 1, 0, 1, 0, 1), BREEDS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("None of the 2 breeds has at least 6 test images")
                .hasMessageContaining("found 8 test images in all");
    }

    /** The hard images for given probabilities of a pug, one per image. */
    private static HardImages hard(float... pug) {
        float[] probabilities = new float[2 * pug.length];
        for (int i = 0; i < pug.length; i++) {
            probabilities[2 * i] = pug[i];
            probabilities[2 * i + 1] = 1 - pug[i];
        }
        Run run = SampleRun.of(DogNetworks.perceptron(2), 1)
                .withProbabilities(new FloatArray(new int[] {pug.length, 2}, probabilities))
                .withAccuracies(1, 1)
                .run();
        return HardImages.of(images(LABELS), BREEDS, run);
    }

    private static LabelledImages images(int... labels) {
        return new LabelledImages(new byte[3 * labels.length], labels, 3, 1, 1);
    }
}
