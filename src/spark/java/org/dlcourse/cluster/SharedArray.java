package org.dlcourse.cluster;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.dlcourse.dataset.FloatPieces;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array that all executors can have: sent in pieces, so that neither side holds it on Java's heap as a whole. */
record SharedArray(long[] shape, List<Broadcast<float[]>> pieces) implements Serializable {
    static SharedArray of(JavaSparkContext spark, INDArray array) {
        return new SharedArray(
                array.shape(),
                List.copyOf(FloatPieces.of(array).map(spark::broadcast).toList()));
    }

    /** The array in this process. */
    INDArray here() {
        Iterator<Broadcast<float[]>> each = pieces.iterator();
        Iterable<float[]> values = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public float[] next() {
                return each.next().value();
            }
        };
        return FloatPieces.joined(values, shape);
    }

    /** Removes it from all machines. */
    void destroy() {
        pieces.forEach(Broadcast::destroy);
    }
}
