package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FloatPiecesTest {
    @Test
    void arrayOfSeveralPiecesIsTheSameWhenTheyAreJoined() {
        INDArray array =
                Nd4j.arange(FloatPieces.LENGTH + 6).castTo(DataType.FLOAT).reshape(2, -1);

        List<float[]> pieces = FloatPieces.of(array).toList();

        assertThat(pieces).extracting(piece -> piece.length).containsExactly(FloatPieces.LENGTH, 6);
        assertThat(pieces.get(1)[5]).isEqualTo(FloatPieces.LENGTH + 5);
        assertThat(FloatPieces.joined(pieces, array.shape())).isEqualTo(array);
    }

    @Test
    void piecesAreInCOrderWhateverTheArraysOrder() {
        INDArray columns = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).dup('f');

        assertThat(FloatPieces.of(columns)).containsExactly(new float[] {1, 2, 3, 4});
    }

    @Test
    void examplesThatArriveAsTheyWereSentHaveTheirDigest() {
        Examples classes = Examples.of(new float[] {1, 2, 3, 4}, new int[] {2, 1, 1, 2}, new int[] {0, 1}, 2);
        Examples numbers =
                Examples.withNumbers(new float[] {1, 2, 3, 4}, new int[] {2, 1, 1, 2}, new float[] {.5F, 1, 2, 3}, 2);

        assertThat(List.of(classes, numbers))
                .allSatisfy(sent -> assertThat(Examples.arrived(sent.features().dup(), sent.targets(), sent.sha256())
                                .sha256())
                        .isEqualTo(sent.sha256()));
    }

    @Test
    void examplesThatWereChangedOnTheWayAreRefused() {
        Examples sent = Examples.of(new float[] {1, 2, 3, 4}, new int[] {2, 1, 1, 2}, new int[] {0, 1}, 2);

        assertThatThrownBy(() -> Examples.arrived(sent.features().add(1e-6), sent.targets(), sent.sha256()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(sent.sha256())
                .hasMessageContaining("changed on the way");
    }
}
