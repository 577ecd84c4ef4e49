package org.dlcourse.dataset;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The numbers of a large array a few at a time, so that Java never holds all of them beside the array itself. */
public final class FloatPieces {
    /** 16 MB. */
    public static final int LENGTH = 1 << 22;

    private FloatPieces() {}

    /**
     * The numbers of an array in C order.
     *
     * @return pieces of {@value #LENGTH} numbers, the last one with what is left
     */
    public static Stream<float[]> of(INDArray array) {
        INDArray flat = array.reshape('c', new long[] {array.length()});
        return LongStream.iterate(0, start -> start < flat.length(), start -> start + LENGTH)
                .mapToObj(start -> flat.get(NDArrayIndex.interval(start, Math.min(flat.length(), start + LENGTH)))
                        .dup()
                        .data()
                        .asFloat());
    }

    /**
     * Puts pieces together again.
     *
     * @param pieces as {@link #of} gives them
     * @param shape of the array
     * @return the array, in C order
     */
    public static INDArray joined(Iterable<float[]> pieces, long[] shape) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        INDArray flat = array.reshape('c', new long[] {array.length()});
        long start = 0;
        for (float[] piece : pieces) {
            flat.get(NDArrayIndex.interval(start, start + piece.length)).assign(Nd4j.createFromArray(piece));
            start += piece.length;
        }
        return array;
    }
}
