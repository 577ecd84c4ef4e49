package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.junit.jupiter.api.Test;

class InputRangeAnswersTest {
    @Test
    void saturationAndLossIncreaseOnlyIfTheirNumbersDo() {
        assertThat(answers(repeats(0.4, 2.0), repeats(1.0, 2.3)).bonus())
                .contains(
                        "With ReLU, the fraction of saturated first-layer activations increases from 0.40 with [0,1] to 1.00"
                                + " with [0,255], and the final training loss is higher: 2.300 compared with 2.000.");
        assertThat(answers(repeats(0.4, 2.0), repeats(0.3, 1.9)).bonus())
                .contains(
                        "does not increase, from 0.40 with [0,1] to 0.30 with [0,255], and the final training loss is not"
                                + " higher");
    }

    private static InputRangeAnswers answers(Repeats scaled, Repeats unscaled) {
        return new InputRangeAnswers(new InputRangeComparison.Result(
                Scale.FULL,
                SampleData.data(),
                SampleData.data(),
                List.of(new InputRangeComparison.Pair(ActivationFunction.RELU, scaled, unscaled))));
    }

    private static Repeats repeats(double saturation, double loss) {
        return SampleData.repeats(SampleData.run(
                GrayCifarArchitectures.MLP_1,
                Map.of(
                        Curve.TRAINING_LOSS,
                        SampleData.level(loss),
                        Curve.FIRST_LAYER_SATURATION,
                        SampleData.level(saturation))));
    }
}
