package org.dlcourse.training;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers out of a network: weights of one layer, or what it says of examples.
 *
 * @param shape such as [units, inputs], [filters, channels, height, width] or [examples, classes]
 * @param values in C order
 */
public record FloatArray(int[] shape, float[] values) {
    /** What was not recorded. */
    public static final FloatArray NONE = new FloatArray(new int[] {0}, new float[0]);

    static FloatArray of(INDArray array) {
        return new FloatArray(
                Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray(),
                array.dup('c').data().asFloat());
    }

    /** The size of the first dimension: units, filters or examples. */
    public int rows() {
        return shape[0];
    }

    /** All values with one index of the first dimension, in C order. */
    public float[] row(int row) {
        int size = values.length / rows();
        return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }

    /** Where in a row the largest value is, the first of equal ones: the predicted class of an example. */
    public int largest(int row) {
        float[] numbers = row(row);
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }
}
