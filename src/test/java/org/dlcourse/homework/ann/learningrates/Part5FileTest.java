package org.dlcourse.homework.ann.learningrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.SampleData;
import org.junit.jupiter.api.Test;

class Part5FileTest {
    @Test
    void nameKeysAndCurvesAreThoseOfTheHandout() {
        Repeats scheduled = SampleLearningRates.scheduled(0.64, SampleLearningRates.ONE_SWITCH, 0.6, 0.6);
        Part5File file = new Part5File(SampleLearningRates.result(scheduled));

        assertThat(file.name()).isEqualTo("part5_cnn_4.json");
        assertThat(file.content().keySet())
                .containsExactly(
                        "name",
                        "loss_curve_1",
                        "loss_curve_01",
                        "loss_curve_001",
                        "val_acc_curve_1",
                        "val_acc_curve_01",
                        "val_acc_curve_001");
        assertThat((double[]) file.content().get("loss_curve_01"))
                .as("mean of three equal curves")
                .containsExactly(SampleData.line(2.3, 1.6), within(1e-12));
    }
}
