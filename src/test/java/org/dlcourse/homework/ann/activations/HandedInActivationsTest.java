package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dlcourse.homework.ann.SampleHandIn.line;

import java.util.Map;
import org.dlcourse.homework.ann.NoReference;
import org.dlcourse.homework.ann.SampleHandIn;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class HandedInActivationsTest {
    private static final int POINTS = 1_350;
    private static final double UNIFORM = Math.log(10);

    private final SampleHandIn right = right();

    private static SampleHandIn right() {
        SampleHandIn handIn = SampleHandIn.ofPart(4);
        Map<String, Double> gradients = Map.of("mlp_1", .1, "mlp_2", .1, "cnn_3", .05, "cnn_4", 1e-4, "cnn_5", 1e-6);
        for (String name : gradients.keySet()) {
            double sigmoid = gradients.get(name);
            handIn = handIn.with(name, "relu_loss_curve", line(POINTS, UNIFORM, 1.5))
                    .with(name, "sigmoid_loss_curve", line(POINTS, UNIFORM, sigmoid < .01 ? UNIFORM : 2))
                    .with(name, "relu_grad_curve", line(POINTS, .5, .5))
                    .with(name, "sigmoid_grad_curve", line(POINTS, sigmoid, sigmoid));
        }
        return handIn;
    }

    @Test
    void rightFilesPass() {
        check(right);
    }

    @Test
    void negativeMagnitudesAreNamed() {
        assertRejected(
                right.with("mlp_1", "relu_grad_curve", line(POINTS, -1, -1)),
                "arrays with magnitudes below 0, of 10: mlp_1 relu_grad_curve (-1.0, 1,350 in all): measured 1.0");
    }

    @Test
    void reluMustBeBetterInEveryArchitecture() {
        assertRejected(
                right.with("mlp_2", "relu_loss_curve", line(POINTS, UNIFORM, UNIFORM)),
                "architectures whose final training loss is not lower with ReLU, of 5: mlp_2: measured 1.0");
    }

    @Test
    void gradientOfTheSigmoidMustFallWithDepth() {
        assertRejected(
                right.with("cnn_3", "sigmoid_grad_curve", line(POINTS, .2, .2)),
                "is not smaller with more sigmoids, of 9: mlp_1 and cnn_3, mlp_2 and cnn_3: measured 2.0");
    }

    @Test
    void deepestNetworksMustStayAtChanceWithTheSigmoid() {
        assertRejected(
                right.with("cnn_4", "sigmoid_loss_curve", line(POINTS, UNIFORM, 2.2)),
                "largest difference of an epoch's mean loss from ln 10, cnn_4 with the sigmoid: measured 0.0");
        assertRejected(
                right.with("cnn_5", "relu_grad_curve", line(POINTS, 5e-5, 5e-5)),
                "ratio of the gradients, sigmoid to ReLU, in cnn_5: measured 0.0");
    }

    @Test
    void otherNumbersOfPointsAreNamed() {
        assertRejected(
                right.with("cnn_3", "relu_loss_curve", line(1_620, 2.3, 1)),
                "curves without 1,350 points, of 20: cnn_3 relu_loss_curve (1,620): measured 1.0");
    }

    @Test
    void pageShowsWhatWasFound() {
        Evidence evidence = BlankPage.evidence();
        new HandedInActivations(right.without("mlp_2")
                        .with("cnn_3", "relu_grad_curve", line(POINTS, -1, -1))
                        .results())
                .show(evidence, NoReference.curves());

        assertThat(BlankPage.words(evidence))
                .contains("Loss and gradient with ReLU and with the sigmoid", "NaN", "part4_cnn_5.json");
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
        new HandedInActivations(handIn.results()).check(evidence);
        evidence.assertChecks();
    }
}
