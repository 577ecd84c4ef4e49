package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Part4FileTest {
    @Test
    void nameKeysAndCurvesAreThoseOfTheHandout() {
        Part4File file =
                new Part4File(SampleActivations.decreasing().result().pairs().get(3));

        assertThat(file.name()).isEqualTo("part4_cnn_4.json");
        assertThat(file.content())
                .containsOnlyKeys(
                        "name", "relu_loss_curve", "sigmoid_loss_curve", "relu_grad_curve", "sigmoid_grad_curve")
                .containsEntry("name", "cnn_4");
        assertThat((double[]) file.content().get("sigmoid_grad_curve"))
                .hasSize(15)
                .containsOnly(0.01);
        assertThat((double[]) file.content().get("relu_grad_curve")).containsOnly(0.02);
    }
}
