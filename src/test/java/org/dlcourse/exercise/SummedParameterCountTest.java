package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.exercise.ParameterCount.Kernels;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.junit.jupiter.api.Test;

class SummedParameterCountTest {
    private final ParameterCount count = new SummedParameterCount();

    @Test
    void perceptronCountsWeightsAndBiasesOfEveryLayer() {
        assertThat(count.perceptron(3, List.of(5, 2), 4)).isEqualTo((3 + 1) * 5 + (5 + 1) * 2 + (2 + 1) * 4);
        assertThat(count.perceptron(3, List.of(), 4)).as("no hidden layer").isEqualTo(16);
    }

    @Test
    void convolutionsCountEveryChannelOfEveryKernelAndOneBiasAFilter() {
        assertThat(count.convolutions(3, List.of(new Kernels(5, 4, 6), new Kernels(3, 3, 2))))
                .isEqualTo((5 * 4 * 3 + 1) * 6 + (3 * 3 * 6 + 1) * 2);
    }
}
