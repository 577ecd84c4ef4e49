package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class OneHotTest {
    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void eachRowHasAOneAtItsLabelAlone(DataType dataType) {
        INDArray oneHot = OneHot.of(new int[] {2, 0, 2}, 4, dataType);

        assertThat(oneHot.dataType()).isEqualTo(dataType);
        assertThat(oneHot.toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 1, 0}});
    }
}
