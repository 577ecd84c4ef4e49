package org.dlcourse.training;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gathers rows of a matrix, always as many and always into the same array. */
final class RowsAtPlaces implements AutoCloseable {
    private final INDArray places;
    private final INDArray rows;
    private final Operation gather;

    RowsAtPlaces(INDArray matrix, int count) {
        this.places = Nd4j.createUninitialized(DataType.INT, count);
        this.rows = Nd4j.createUninitialized(matrix.dataType(), count, matrix.size(1));
        this.gather = Operation.of("gather", List.of(matrix, places), List.of(rows), 0);
    }

    /** [count, columns], overwritten by the next ones. */
    INDArray at(int[] newPlaces) {
        for (int i = 0; i < newPlaces.length; i++) {
            places.data().put(i, newPlaces[i]);
        }
        gather.run();
        return rows;
    }

    @Override
    public void close() {
        gather.close();
        places.close();
        rows.close();
    }
}
