package org.dlcourse.vector;

import java.util.Arrays;

/**
 * Up to four weighted sums of the same vectors, at one position after another: what convolutions and their transforms are made
 * of.
 *
 * <p>A vector holds one value of each image. Result {@code k} at position {@code p} is {@code biases[k]} and the sum over the
 * terms {@code j} of {@code weights[j][k]} times the vector that lies {@code offsets[j]} behind the position's. Each product is
 * added with a single rounding, in the order of the terms.
 *
 * <p>A filter with the weights u, v, w in three columns, on images of four lanes: the terms lie 0, 4 and 8 floats behind the
 * position's start, and two positions that are 4 floats apart give
 *
 * <pre>
 * position 0:  bias + u [A0 B0 C0 D0] + v [A1 B1 C1 D1] + w [A2 B2 C2 D2]
 * position 4:  bias + u [A1 B1 C1 D1] + v [A2 B2 C2 D2] + w [A3 B3 C3 D3]
 * </pre>
 *
 * @param results how many sums, 1 to {@value #RESULTS}
 * @param offsets of the terms, in floats from a position's start
 * @param weights [terms x {@value #RESULTS}], zeros for results that are not wanted
 * @param biases [{@value #RESULTS}]
 */
record WeightedSums(int results, int[] offsets, float[] weights, float[] biases) {
    static final int RESULTS = 4;

    /**
     * The sums of a layer's filters, as many at a time as go together.
     *
     * @param weights [filters x terms]
     * @param bias [filters]
     */
    static WeightedSums[] ofFilters(int[] offsets, float[] weights, float[] bias) {
        WeightedSums[] groups = new WeightedSums[(bias.length + RESULTS - 1) / RESULTS];
        for (int group = 0; group < groups.length; group++) {
            int first = group * RESULTS;
            int results = Math.min(RESULTS, bias.length - first);
            float[] byTerm = new float[offsets.length * RESULTS];
            for (int term = 0; term < offsets.length; term++) {
                for (int result = 0; result < results; result++) {
                    byTerm[term * RESULTS + result] = weights[(first + result) * offsets.length + term];
                }
            }
            float[] biases = Arrays.copyOfRange(bias, first, first + RESULTS);
            groups[group] = new WeightedSums(results, offsets, byTerm, biases);
        }
        return groups;
    }
}
