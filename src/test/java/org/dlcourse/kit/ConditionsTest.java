package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.backend.Backend;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConditionsTest {
    @Test
    @EnabledIfGpuAvailable
    void gpuComputes() {
        assertThat(Backend.found().onGpu()).isTrue();
    }

    @Test
    @EnabledIfBitsRepeat
    void sumsOfTheSameNumbersHaveTheSameBits() {
        INDArray numbers = Nd4j.rand(DataType.FLOAT, 1000);
        assertThat(numbers.sumNumber()).isEqualTo(numbers.sumNumber());
    }

    @Test
    void oneOfTheConditionsHoldsOnEachDevice() {
        boolean gpu = !new EnabledIfGpuAvailable.Condition()
                .evaluateExecutionCondition(null)
                .isDisabled();
        boolean bits = !new EnabledIfBitsRepeat.Condition()
                .evaluateExecutionCondition(null)
                .isDisabled();

        assertThat(gpu).isEqualTo(Backend.found().onGpu());
        assertThat(bits).isEqualTo(!gpu);
    }
}
