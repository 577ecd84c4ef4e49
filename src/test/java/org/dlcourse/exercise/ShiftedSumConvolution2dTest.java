package org.dlcourse.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ShiftedSumConvolution2dTest {
    private final Convolution2d convolution = new ShiftedSumConvolution2d();

    @Test
    void kernelIsNotFlipped() {
        INDArray input = Nd4j.createFromArray(1., 2, 3, 4, 5, 6, 7, 8, 9).reshape(1, 1, 3, 3);
        INDArray kernel = Nd4j.createFromArray(1., 10, 100, 1000).reshape(1, 1, 2, 2);

        INDArray output = convolution.forward(input, kernel);

        assertThat(output.shape()).containsExactly(1, 1, 2, 2);
        assertThat(output.data().asDouble()).containsExactly(5421, 6532, 8754, 9865);
    }

    @Test
    void unsignedBytesDoNotOverflow() {
        INDArray input = Nd4j.valueArrayOf(new long[] {1, 1, 4, 4}, 255).castTo(DataType.UINT8);
        INDArray kernel = Nd4j.ones(DataType.DOUBLE, 1, 1, 4, 4);

        assertThat(convolution.forward(input, kernel).getDouble(0)).isEqualTo(16 * 255);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5, 2, 3, as many channels in the kernel as in the input",
        "3, 5, 3, 6, a kernel no larger than the images"
    })
    void wrongShapesAreErrorsThatSayWhatWasFound(
            int channels, int side, int kernelChannels, int kernelSide, String expected) {
        INDArray input = Nd4j.zeros(2, channels, side, side);
        INDArray kernel = Nd4j.zeros(4, kernelChannels, kernelSide, kernelSide);

        assertThatThrownBy(() -> convolution.forward(input, kernel))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 3, 5, 5]")
                .hasMessageContaining(expected);
    }

    @Test
    void missingDimensionIsAnError() {
        assertThatThrownBy(() -> convolution.forward(Nd4j.zeros(5, 5), Nd4j.zeros(1, 1, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[batch, channels, height, width]");
    }
}
