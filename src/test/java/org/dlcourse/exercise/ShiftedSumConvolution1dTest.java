package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ShiftedSumConvolution1dTest {
    private final Convolution1d convolution = new ShiftedSumConvolution1d();
    private final INDArray weights = zeros(3, 2, 4);

    @Test
    void wrongShapesAreErrorsThatSayWhatWasFoundAndExpected() {
        INDArray bias = zeros(3);
        assertThatThrownBy(() -> convolution.forward(zeros(2, 9), weights, bias, 1))
                .hasMessageContaining(
                        "Found input [2, 9], weights [3, 2, 4] and stride 1; expected [batch, input channels");
        assertThatThrownBy(() -> convolution.forward(zeros(1, 5, 9), weights, bias, 1))
                .hasMessageContaining("as many input channels");
        assertThatThrownBy(() -> convolution.forward(zeros(1, 2, 3), weights, bias, 1))
                .hasMessageContaining("a kernel no wider than the input");
        assertThatThrownBy(() -> convolution.forward(zeros(1, 2, 9), weights, bias, 0))
                .hasMessageContaining("a stride of at least 1");
        assertThatThrownBy(() -> convolution.forward(zeros(1, 2, 9), weights, zeros(4), 1))
                .hasMessageContaining("a bias for each output channel");
        assertThatThrownBy(() -> convolution.backward(zeros(1, 2, 9), weights, 2, zeros(1, 3, 4)))
                .hasMessageContaining("Found an output gradient [1, 3, 4]; expected the output's shape [1, 3, 3]");
    }

    private static INDArray zeros(long... shape) {
        return Nd4j.zeros(DataType.DOUBLE, shape);
    }
}
