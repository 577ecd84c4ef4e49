package org.dlcourse.training;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gathers rows of a matrix, always the same number and always into the same array.
 *
 * <pre>
 * matrix     indices     rows
 * 10 11      2           30 31
 * 20 21      0           10 11
 * 30 31
 * </pre>
 */
final class RowsByIndex implements AutoCloseable {
    private final INDArray indices;
    private final INDArray rows;
    private final Operation gather;

    RowsByIndex(INDArray matrix, int count) {
        this.indices = Nd4j.createUninitialized(DataType.INT, count);
        this.rows = Nd4j.createUninitialized(matrix.dataType(), count, matrix.size(1));
        this.gather = Operation.of("gather", List.of(matrix, indices), List.of(rows), 0);
    }

    /** [count, columns], overwritten by the next ones. */
    INDArray at(int[] newIndices) {
        for (int i = 0; i < newIndices.length; i++) {
            indices.data().put(i, newIndices[i]);
        }
        gather.run();
        return rows;
    }

    @Override
    public void close() {
        gather.close();
        indices.close();
        rows.close();
    }
}
