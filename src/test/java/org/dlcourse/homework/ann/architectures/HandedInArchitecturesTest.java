package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dlcourse.homework.ann.SampleHandIn.line;
import static org.dlcourse.homework.ann.SampleHandIn.number;
import static org.dlcourse.homework.ann.SampleHandIn.ones;

import org.dlcourse.homework.ann.NoReference;
import org.dlcourse.homework.ann.SampleHandIn;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class HandedInArchitecturesTest {
    private static final int POINTS = 1_350;

    private final SampleHandIn right = network(
            network(
                    network(
                            network(network(SampleHandIn.ofPart(3), "mlp_1", .40, 32, 1024), "mlp_2", .41, 32, 1024),
                            "cnn_3",
                            .59,
                            16,
                            1,
                            3,
                            3),
                    "cnn_4",
                    .63,
                    16,
                    1,
                    3,
                    3),
            "cnn_5",
            .60,
            8,
            1,
            3,
            3);

    private static SampleHandIn network(SampleHandIn handIn, String name, double accuracy, int... weights) {
        return handIn.with(name, "loss_curve", line(POINTS, 2.3, 1))
                .with(name, "train_acc_curve", line(POINTS, .1, accuracy + .1))
                .with(name, "val_acc_curve", line(POINTS, .1, accuracy))
                .with(name, "test_acc", number(accuracy))
                .with(name, "weights", ones(weights));
    }

    @Test
    void rightFilesPass() {
        check(right);
        check(right.with("cnn_3", "weights", ones(16, 3, 3)).with("mlp_1", "weights", ones(32, 32, 32)));
    }

    @Test
    void missingFilesAndKeysAreNamed() {
        assertRejected(
                right.without("cnn_5"),
                "networks without a result file, of 5: cnn_5: measured 1.0",
                "is not more accurate on test images than the perceptron, of 6: cnn_5 and mlp_1, cnn_5 and mlp_2: measured 2.0",
                "test accuracy of cnn_5: measured NaN, expected 0.56");
        assertRejected(right.without("cnn_4", "weights"), "missing keys, of 25: cnn_4 weights: measured 1.0");
    }

    @Test
    void otherNumbersOfPointsAreNamedWithWhatWasFound() {
        assertRejected(
                right.with("cnn_3", "loss_curve", line(750, 2.3, 1)).with("mlp_1", "val_acc_curve", line(0, 0, 0)),
                "curves without 1,350 points, of 15: mlp_1 val_acc_curve (0), cnn_3 loss_curve (750): measured 2.0");
    }

    @Test
    void numbersThatCannotBeAreNamed() {
        assertRejected(
                right.with("cnn_3", "test_acc", number(1.2)),
                "arrays with accuracies outside of 0 to 1, of 15: cnn_3 test_acc (1.2, 1 in all)",
                "test accuracy of cnn_3: measured 1.2");
        assertRejected(
                right.with("cnn_3", "loss_curve", line(POINTS, 1, -1)),
                "arrays with losses below 0, of 5: cnn_3 loss_curve (");
        assertRejected(
                right.with("cnn_3", "loss_curve", line(POINTS, 2.3, Double.NaN)),
                "arrays with numbers that are not finite, of 25: cnn_3 loss_curve (NaN, ",
                "in its first, of 5: cnn_3: measured 1.0");
    }

    @Test
    void weightsOfAnotherShapeAreNamedWithTheExpectedOne() {
        assertRejected(
                right.with("mlp_1", "weights", ones(32, 784)).with("mlp_2", "weights", ones(1024, 32)),
                "of 5: mlp_1 (32 x 784, expected 32 x 1024), mlp_2 (1024 x 32, expected 32 x 1024): measured 2.0");
    }

    @Test
    void convolutionalNetworkMustBeatBothPerceptrons() {
        assertRejected(
                right.with("cnn_4", "test_acc", number(.405)),
                "of 6: cnn_4 and mlp_2: measured 1.0",
                "test accuracy of cnn_4: measured 0.405, expected 0.6");
    }

    @Test
    void lossThatDoesNotFallIsNamed() {
        assertRejected(
                right.with("cnn_5", "loss_curve", line(POINTS, 2.3, 2.3)), "in its first, of 5: cnn_5: measured 1.0");
    }

    @Test
    void pageShowsWhatWasFound() {
        Evidence evidence = BlankPage.evidence();
        new HandedInArchitectures(right.without("mlp_2")
                        .with("cnn_3", "loss_curve", line(0, 0, 0))
                        .with("cnn_4", "loss_curve", line(POINTS, 1, 1e300))
                        .with("cnn_5", "weights", ones(3, 3, 1, 8))
                        .results())
                .show(evidence, NoReference.curves());

        assertThat(BlankPage.words(evidence))
                .contains("First layer of cnn_4", "part3_cnn_3.json", "0; 1,350", "missing", "3 x 3 x 1 x 8")
                .doesNotContain("First layer of cnn_5");
    }

    @Test
    void filesOfWhichNothingIsLeftHaveAPageToo() {
        Evidence evidence = BlankPage.evidence();
        HandedInArchitectures page =
                new HandedInArchitectures(SampleHandIn.ofPart(3).results());
        page.show(evidence, NoReference.curves());
        page.check(evidence);

        assertThatThrownBy(evidence::assertChecks).message().contains("missing keys, of 0: measured NaN");
    }

    private static void assertRejected(SampleHandIn handIn, String... words) {
        assertThatThrownBy(() -> check(handIn))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(words)
                .hasLineCount(words.length);
    }

    private static void check(SampleHandIn handIn) {
        Evidence evidence = BlankPage.evidence();
        new HandedInArchitectures(handIn.results()).check(evidence);
        evidence.assertChecks();
    }
}
