package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The rectifier's and the pooling's backward pass. {@link Lanes} loads this class once for each width of a register. */
final class VectorMaskKernels implements MaskKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();

    @Override
    public void clearWhereNotPositive(float[] values, int start, float[] gradient, int from, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int at = start;
        for (int target = from; target < to; target += LANES) {
            VectorMask<Float> positive =
                    FloatVector.fromArray(SPECIES, values, at).compare(VectorOperators.GT, zero);
            zero.blend(FloatVector.fromArray(SPECIES, gradient, target), positive)
                    .intoArray(gradient, target);
            at += LANES;
        }
    }

    @Override
    public void spread(
            int size,
            float[] input,
            int inputStart,
            int inputRow,
            float[] largest,
            int largestStart,
            float[] gradient,
            int gradientStart,
            float[] inputGradient,
            int toStart,
            int toRow,
            int squares) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int square = 0; square < squares; square++) {
            // Kept in memory: as a variable of these loops, C2 allocated an object for each of its values.
            int rest = gradientStart + square * LANES;
            for (int row = 0; row < size; row++) {
                int at = inputStart + row * inputRow + square * size * LANES;
                int to = toStart + row * toRow + square * size * LANES;
                for (int column = 0; column < size; column++) {
                    FloatVector largestPixel = FloatVector.fromArray(SPECIES, largest, largestStart + square * LANES);
                    FloatVector left = FloatVector.fromArray(SPECIES, gradient, rest);
                    VectorMask<Float> equal = FloatVector.fromArray(SPECIES, input, at + column * LANES)
                            .compare(VectorOperators.EQ, largestPixel);
                    zero.blend(left, equal).intoArray(inputGradient, to + column * LANES);
                    left.blend(zero, equal).intoArray(gradient, rest);
                }
            }
        }
    }
}
