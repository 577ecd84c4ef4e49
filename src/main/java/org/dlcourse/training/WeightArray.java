package org.dlcourse.training;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights of one layer, out of the network.
 *
 * @param shape [units, inputs], or [filters, channels, height, width]
 * @param values in C order
 */
public record WeightArray(int[] shape, float[] values) {
    static WeightArray of(INDArray array) {
        return new WeightArray(
                Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray(),
                array.dup('c').data().asFloat());
    }

    /** The number of units or filters. */
    public int units() {
        return shape[0];
    }

    /** The weights of one unit or filter, in C order. */
    public float[] unit(int unit) {
        int size = values.length / units();
        return Arrays.copyOfRange(values, unit * size, (unit + 1) * size);
    }
}
