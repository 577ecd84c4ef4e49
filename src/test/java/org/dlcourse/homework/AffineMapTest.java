package org.dlcourse.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AffineMapTest {
    @Test
    void composedMapIsThatByHand() {
        AffineMap first = map(new double[][] {{1, 2}}, 3, 4);
        AffineMap second = map(new double[][] {{5}, {6}}, 7);

        // x to (x + 3, 2 x + 4), and that to 5 (x + 3) + 6 (2 x + 4) + 7 = 17 x + 46.
        AffineMap composed = AffineMap.composed(List.of(first, second));

        assertThat(composed.matrix().toDoubleMatrix()).isDeepEqualTo(new double[][] {{17}});
        assertThat(composed.offset().toDoubleMatrix()).isDeepEqualTo(new double[][] {{46}});
        assertThat(composed.apply(Nd4j.createFromArray(new double[][] {{2}, {-1}}))
                        .toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{80}, {29}});
    }

    private static AffineMap map(double[][] matrix, double... offset) {
        INDArray row = Nd4j.createFromArray(offset).reshape(1, offset.length);
        return new AffineMap(Nd4j.createFromArray(matrix), row);
    }
}
