package org.dlcourse.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to eight weighted sums of the same vectors, or up to four where the processor has 16 registers, at one position after another:
 * what convolutions and their transforms are made of.
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
 * @param results how many sums, 1 to the width
 * @param width how many sums are computed, {@value #NARROW} or {@value #WIDE}; those beyond the results repeat the last result
 * @param offsets of the terms, in floats from a position's start
 * @param weights [terms x width]
 * @param biases [width]
 */
record WeightedSums(int results, int width, int[] offsets, float[] weights, float[] biases) {
    static final int NARROW = 4;

    /** For processors with 32 registers. */
    static final int WIDE = 8;

    /**
     * The sums of a layer's filters, as many at a time as go together.
     *
     * @param weights [filters x terms]
     * @param bias [filters]
     */
    static WeightedSums[] ofFilters(int[] offsets, float[] weights, float[] bias) {
        List<WeightedSums> groups = new ArrayList<>();
        int first = 0;
        while (first < bias.length) {
            int rest = bias.length - first;
            int width = Registers.MANY && rest > NARROW ? WIDE : NARROW;
            WeightedSums group = group(first, Math.min(width, rest), width, offsets, weights, bias);
            groups.add(group);
            first += group.results();
        }
        return groups.toArray(WeightedSums[]::new);
    }

    private static WeightedSums group(int first, int results, int width, int[] offsets, float[] weights, float[] bias) {
        float[] byTerm = new float[offsets.length * width];
        float[] biases = new float[width];
        for (int i = 0; i < width; i++) {
            int result = first + Math.min(i, results - 1);
            biases[i] = bias[result];
            for (int term = 0; term < offsets.length; term++) {
                byTerm[term * width + i] = weights[result * offsets.length + term];
            }
        }
        return new WeightedSums(results, width, offsets, byTerm, biases);
    }
}
