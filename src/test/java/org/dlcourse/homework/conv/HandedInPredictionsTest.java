package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.grading.SubmittedPredictions;
import org.dlcourse.homework.data.SyntheticCifar10;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class HandedInPredictionsTest {
    private static final int IMAGES = 100;

    private final ImageDataset images = SyntheticCifar10.draw(10, IMAGES);

    /** Right for the first images, and the class after the right one for the others. */
    private HandedInPredictions predictions(int correct) {
        int[] labels = images.test().labels();
        long[] predicted = IntStream.range(0, IMAGES)
                .mapToLong(i -> (labels[i] + (i < correct ? 0 : 1)) % 10)
                .toArray();
        return HandedInPredictions.of(
                new SubmittedPredictions("predictions.csv", predicted, List.of(), List.of("It had a header.")), images);
    }

    @Test
    void accuracyIsShownWithItsInterval() {
        Evidence evidence = BlankPage.evidence();
        predictions(85).show(evidence);

        // Wilson's interval of 85 of 100, from the formula.
        assertThat(BlankPage.words(evidence)).contains("It had a header.", "Confusion matrix");
        assertThat(BlankPage.conclusion(evidence))
                .isEqualTo(
                        "Of 100 test images 85 are classified correctly: an accuracy of 0.8500 (95 % confidence interval"
                                + " 0.7672 to 0.9069).");
    }

    @Test
    void goodPredictionsPass() {
        Evidence evidence = BlankPage.evidence();
        predictions(80).check(evidence);
        evidence.assertChecks();
    }

    @Test
    void predictionsBelowTheGoalOrAtChanceAreRejected() {
        Evidence below = BlankPage.evidence();
        predictions(79).check(below);
        assertThatThrownBy(below::assertChecks)
                .hasMessageContaining("test accuracy: measured 0.79, expected ≥ 0.8")
                .message()
                .hasLineCount(1);

        Evidence chance = BlankPage.evidence();
        predictions(10).check(chance);
        assertThatThrownBy(chance::assertChecks).message().hasLineCount(2);
    }

    @Test
    void trueLabelsDecide() {
        int[] counts = Arrays.stream(predictions(100).confusion().counts())
                .mapToInt(row -> Arrays.stream(row).sum())
                .toArray();

        assertThat(counts).as("test images of each class").containsOnly(10);
        assertThat(predictions(0).confusion().accuracy()).isZero();
    }
}
