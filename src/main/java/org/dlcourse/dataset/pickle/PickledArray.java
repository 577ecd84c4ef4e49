package org.dlcourse.dataset.pickle;

import java.util.Arrays;
import java.util.List;

/**
 * A NumPy array of unsigned bytes, as a pickle builds it: made empty, then filled once.
 *
 * <p>Format: NumPy's {@code ndarray.__reduce__} and {@code __setstate__}.
 */
public final class PickledArray {
    /** The only element type that is read. */
    private static final String TYPE = "u1";

    private static final int MOST_DIMENSIONS = 32;

    private int[] shape = {};
    private PickledBytes content;

    /** Lengths of the dimensions; empty before the array is filled. */
    public int[] shape() {
        return shape.clone();
    }

    /** The elements in C order. */
    public byte[] bytes() {
        return content == null ? new byte[0] : content.copy();
    }

    /** Takes NumPy's state: its version, shape, type, whether the order is Fortran's, and the elements. */
    void fill(List<?> state) {
        if (state.size() != 5) {
            throw new PickleException("gives an array a state of " + state.size() + " parts; expected 5");
        }
        fill(state.get(4), state.get(2), state.get(1), Boolean.TRUE.equals(state.get(3)));
    }

    /** Takes elements, their type and the array's shape. */
    void fill(Object elements, Object type, Object lengths, boolean isFortranOrder) {
        if (content != null) {
            throw new PickleException("fills an array twice");
        }
        if (!(type instanceof PickledType found)) {
            throw new PickleException("has an array without an element type");
        }
        if (!found.name().equals(TYPE)) {
            throw new PickleException("has an array of " + found.name() + "; expected unsigned bytes (" + TYPE + ")");
        }
        if (isFortranOrder) {
            throw new PickleException(
                    "has an array in Fortran order; expected C order, which numpy.ascontiguousarray makes");
        }
        if (!(elements instanceof PickledBytes bytes) || !(lengths instanceof List<?> dimensions)) {
            throw new PickleException(
                    "has an array whose elements or shape are of another kind than bytes and a tuple");
        }
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw new PickleException("has an array of " + dimensions.size() + " dimensions");
        }
        shape = dimensions.stream().mapToInt(PickledArray::length).toArray();
        double expected = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (expected != bytes.length()) {
            throw new PickleException(
                    "has an array of shape " + Arrays.toString(shape) + " with " + bytes.length() + " elements");
        }
        content = bytes;
    }

    private static int length(Object dimension) {
        if (dimension instanceof Long length && length >= 0 && length <= Integer.MAX_VALUE) {
            return length.intValue();
        }
        throw new PickleException("has an array with a length that is no whole number from 0 to 2^31 - 1");
    }

    /**
     * The type of an array's elements.
     *
     * @param name NumPy's, such as {@code u1}
     */
    record PickledType(String name) {}
}
