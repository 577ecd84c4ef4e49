package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dlcourse.homework.ann.SampleHandIn.line;

import org.dlcourse.homework.ann.NoReference;
import org.dlcourse.homework.ann.SampleHandIn;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class HandedInLearningRatesTest {
    private static final int POINTS = 1_800;

    private static SampleHandIn right(String network) {
        return SampleHandIn.ofPart(5)
                .with(network, "loss_curve_1", line(POINTS, 2.3, .9))
                .with(network, "loss_curve_01", line(POINTS, 2.3, 1.1))
                .with(network, "loss_curve_001", line(POINTS, 2.3, 1.9))
                .with(network, "val_acc_curve_1", line(POINTS, .1, .61))
                .with(network, "val_acc_curve_01", line(POINTS, .1, .58))
                .with(network, "val_acc_curve_001", line(POINTS, .1, .32));
    }

    @Test
    void rightFilesOfAnyOtherNetworkPass() {
        check(right("cnn_4"));
        check(right("mlp_2"));
    }

    @Test
    void excludedOrUnnamedNetworkIsRejected() {
        assertRejected(right("mlp_1"), "networks other than mlp_1 with a result file that names them: measured 0.0");
        assertRejected(right(""), "networks other than mlp_1 with a result file that names them: measured 0.0");
    }

    @Test
    void smallestLearningRateMustBeTheWorst() {
        assertRejected(
                right("cnn_4").with("cnn_4", "val_acc_curve_001", line(POINTS, .1, .6)),
                "validation accuracy is not above that of 0.001, of 2: cnn_4 0.01: measured 1.0");
        assertRejected(
                right("cnn_4").with("cnn_4", "loss_curve_001", line(POINTS, 2.3, .8)),
                "training loss is not below that of 0.001, of 2: cnn_4 0.1, cnn_4 0.01: measured 2.0");
    }

    @Test
    void otherNumbersOfPointsAreNamed() {
        assertRejected(
                right("cnn_4").with("cnn_4", "loss_curve_1", line(1_350, 2.3, .9)),
                "curves without 1,800 points, of 6: cnn_4 loss_curve_1 (1,350): measured 1.0");
    }

    @Test
    void curveThatIsMissingIsNoComparison() {
        assertThatThrownBy(() -> check(right("cnn_4").without("cnn_4", "val_acc_curve_001")))
                .message()
                .contains("missing keys, of 6: cnn_4 val_acc_curve_001: measured 1.0", "of 2: cnn_4 0.1, cnn_4 0.01");
    }

    @Test
    void filesOfWhichNothingIsUnderstoodAreRejected() {
        Evidence evidence = BlankPage.evidence();
        HandedInLearningRates page =
                new HandedInLearningRates(SampleHandIn.ofPart(5).results());
        page.show(evidence, NoReference.curves());
        page.check(evidence);

        assertThatThrownBy(evidence::assertChecks).message().contains("missing keys, of 0: measured NaN");
    }

    @Test
    void pageShowsWhatWasFound() {
        Evidence evidence = BlankPage.evidence();
        new HandedInLearningRates(right("cnn_4").results()).show(evidence, NoReference.curves());

        assertThat(BlankPage.words(evidence))
                .contains("Loss and validation accuracy with three learning rates, cnn_4", "part5_cnn_4.json");
    }

    private static void assertRejected(SampleHandIn handIn, String words) {
        assertThatThrownBy(() -> check(handIn))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(words)
                .hasLineCount(1);
    }

    private static void check(SampleHandIn handIn) {
        Evidence evidence = BlankPage.evidence();
        new HandedInLearningRates(handIn.results()).check(evidence);
        evidence.assertChecks();
    }
}
