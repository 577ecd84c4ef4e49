package org.dlcourse.dataset;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array as NumPy saved it, its values in C order whatever the file's order was.
 *
 * @param elementType the type of the file's elements
 * @param shape lengths of the dimensions, empty for a single number
 * @param integers values of an integer or boolean array (false is 0, true is 1), else empty
 * @param reals values of a floating-point array, else empty
 */
public record NpyArray(ElementType elementType, int[] shape, long[] integers, double[] reals) {
    /** The element types that are read, each with NumPy's code and the size in bytes. */
    public enum ElementType {
        FLOAT64("f8", DataType.DOUBLE),
        FLOAT32("f4", DataType.FLOAT),
        INT64("i8", DataType.INT64),
        INT32("i4", DataType.INT32),
        UINT8("u1", DataType.UINT8),
        BOOL("b1", DataType.BOOL);

        private final String code;
        private final DataType dataType;

        ElementType(String code, DataType dataType) {
            this.code = code;
            this.dataType = dataType;
        }

        String code() {
            return code;
        }

        int bytes() {
            return code.charAt(1) - '0';
        }

        boolean isReal() {
            return code.charAt(0) == 'f';
        }
    }

    public int length() {
        return elementType.isReal() ? reals.length : integers.length;
    }

    /** All values as doubles; exact but for integers above 2^53. */
    public double[] doubles() {
        return elementType.isReal()
                ? reals.clone()
                : LongStream.of(integers).asDoubleStream().toArray();
    }

    /** The array in ND4J, of the type that corresponds to the file's. */
    public INDArray toNd4j() {
        long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
        INDArray values = elementType.isReal() ? Nd4j.createFromArray(reals) : Nd4j.createFromArray(integers);
        return values.reshape('c', dimensions).castTo(elementType.dataType);
    }
}
