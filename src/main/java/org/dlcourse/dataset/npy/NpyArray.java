package org.dlcourse.dataset.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
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
    /** The element types that are read, each with NumPy's code (its kind and its bytes) and what its bits mean. */
    public enum ElementType {
        FLOAT64("f8", DataType.DOUBLE),
        FLOAT32("f4", DataType.FLOAT),
        FLOAT16("f2", DataType.FLOAT16),
        INT64("i8", DataType.INT64),
        INT32("i4", DataType.INT32),
        INT16("i2", DataType.INT16),
        INT8("i1", DataType.INT8),
        UINT64("u8", DataType.UINT64),
        UINT32("u4", DataType.UINT32),
        UINT16("u2", DataType.UINT16),
        UINT8("u1", DataType.UINT8),
        BOOL("b1", DataType.BOOL);

        private static final int HALF_FRACTION_BITS = 10;
        private static final int HALF_LARGEST_EXPONENT = 0x1f;
        private static final int HALF_BIAS = 15;

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

        /** The next number of an array of reals. */
        double nextReal(ByteBuffer bytes) {
            return switch (this) {
                case FLOAT64 -> bytes.getDouble();
                case FLOAT32 -> bytes.getFloat();
                case FLOAT16 -> half(bytes.getShort());
                default -> throw new IllegalStateException(this + " is no real type");
            };
        }

        /** The next number of an array of integers; of {@link #UINT64} its bits, negative for 2^63 and above. */
        long nextInteger(ByteBuffer bytes) {
            return switch (this) {
                case INT64, UINT64 -> bytes.getLong();
                case INT32 -> bytes.getInt();
                case INT16 -> bytes.getShort();
                case INT8 -> bytes.get();
                case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
                case UINT16 -> Short.toUnsignedLong(bytes.getShort());
                case UINT8, BOOL -> Byte.toUnsignedLong(bytes.get());
                default -> throw new IllegalStateException(this + " is no integer type");
            };
        }

        /** IEEE 754 half precision: a sign, five bits of exponent, ten of fraction; every one is a double too. */
        private static double half(short bits) {
            int exponent = bits >> HALF_FRACTION_BITS & HALF_LARGEST_EXPONENT;
            int fraction = bits & (1 << HALF_FRACTION_BITS) - 1;
            double size;
            if (exponent == HALF_LARGEST_EXPONENT) {
                size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            } else {
                int significand = exponent == 0 ? fraction : fraction | 1 << HALF_FRACTION_BITS;
                size = Math.scalb((double) significand, Math.max(exponent, 1) - HALF_BIAS - HALF_FRACTION_BITS);
            }
            return bits < 0 ? -size : size;
        }

        /** NumPy's name, such as {@code float64}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
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
