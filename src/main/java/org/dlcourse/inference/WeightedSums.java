package org.dlcourse.inference;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Up to eight weighted sums of the same vectors, at one position after another: what convolutions and their transforms are made
 * of.
 *
 * <p>A vector holds one value of {@value #LANES} images. Result {@code k} at position {@code p} is {@code offsets[k]} and the
 * sum over the terms {@code j} of {@code weights[j][k]} times the vector that lies {@code places[j]} behind the position's.
 * Each product is added with a single rounding, in the order of the terms.
 *
 * @param results how many sums, 1 to {@value #MOST_RESULTS}
 * @param places of the terms, in floats from a position's start
 * @param weights [terms x {@value #MOST_RESULTS}], zeros for results that are not wanted
 * @param offsets [{@value #MOST_RESULTS}]
 */
record WeightedSums(int results, int[] places, float[] weights, float[] offsets) {
    static final int LANES = 16;
    static final int MOST_RESULTS = 8;

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;

    /**
     * The sums of a layer's filters, as many at a time as go together.
     *
     * @param weights [filters x terms]
     * @param bias [filters]
     */
    static WeightedSums[] ofFilters(int[] places, float[] weights, float[] bias) {
        WeightedSums[] groups = new WeightedSums[(bias.length + MOST_RESULTS - 1) / MOST_RESULTS];
        for (int group = 0; group < groups.length; group++) {
            int first = group * MOST_RESULTS;
            int results = Math.min(MOST_RESULTS, bias.length - first);
            float[] byTerm = new float[places.length * MOST_RESULTS];
            for (int term = 0; term < places.length; term++) {
                for (int result = 0; result < results; result++) {
                    byTerm[term * MOST_RESULTS + result] = weights[(first + result) * places.length + term];
                }
            }
            float[] offsets = Arrays.copyOfRange(bias, first, first + MOST_RESULTS);
            groups[group] = new WeightedSums(results, places, byTerm, offsets);
        }
        return groups;
    }

    /**
     * Computes the sums.
     *
     * @param start of the first position in {@code from}
     * @param step from one position to the next in {@code from}, in floats
     * @param toStart of the first position's first result in {@code to}
     * @param toStep from one position's results to the next one's
     * @param resultStep from one result of a position to the next
     */
    void compute(
            float[] from, int start, int step, float[] to, int toStart, int toStep, int resultStep, int positions) {
        int position = 0;
        int target = toStart;
        int source = start;
        for (; position + 3 <= positions; position += 3) {
            three(from, source, step, to, target, toStep, resultStep);
            source += 3 * step;
            target += 3 * toStep;
        }
        for (; position < positions; position++) {
            one(from, source, to, target, resultStep);
            source += step;
            target += toStep;
        }
    }

    /**
     * As many positions as the sums of eight results leave registers for. Written out, because vectors in an array, or handed to a
     * method that is not inlined, are objects and no registers.
     */
    private void three(float[] from, int start, int step, float[] to, int target, int toStep, int resultStep) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, offsets[0]);
        FloatVector b0 = a0;
        FloatVector c0 = a0;
        FloatVector a1 = FloatVector.broadcast(SPECIES, offsets[1]);
        FloatVector b1 = a1;
        FloatVector c1 = a1;
        FloatVector a2 = FloatVector.broadcast(SPECIES, offsets[2]);
        FloatVector b2 = a2;
        FloatVector c2 = a2;
        FloatVector a3 = FloatVector.broadcast(SPECIES, offsets[3]);
        FloatVector b3 = a3;
        FloatVector c3 = a3;
        FloatVector a4 = FloatVector.broadcast(SPECIES, offsets[4]);
        FloatVector b4 = a4;
        FloatVector c4 = a4;
        FloatVector a5 = FloatVector.broadcast(SPECIES, offsets[5]);
        FloatVector b5 = a5;
        FloatVector c5 = a5;
        FloatVector a6 = FloatVector.broadcast(SPECIES, offsets[6]);
        FloatVector b6 = a6;
        FloatVector c6 = a6;
        FloatVector a7 = FloatVector.broadcast(SPECIES, offsets[7]);
        FloatVector b7 = a7;
        FloatVector c7 = a7;
        int weight = 0;
        for (int place : places) {
            int at = start + place;
            FloatVector a = FloatVector.fromArray(SPECIES, from, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + step);
            FloatVector c = FloatVector.fromArray(SPECIES, from, at + 2 * step);
            FloatVector w = FloatVector.broadcast(SPECIES, weights[weight]);
            a0 = a.fma(w, a0);
            b0 = b.fma(w, b0);
            c0 = c.fma(w, c0);
            w = FloatVector.broadcast(SPECIES, weights[weight + 1]);
            a1 = a.fma(w, a1);
            b1 = b.fma(w, b1);
            c1 = c.fma(w, c1);
            w = FloatVector.broadcast(SPECIES, weights[weight + 2]);
            a2 = a.fma(w, a2);
            b2 = b.fma(w, b2);
            c2 = c.fma(w, c2);
            w = FloatVector.broadcast(SPECIES, weights[weight + 3]);
            a3 = a.fma(w, a3);
            b3 = b.fma(w, b3);
            c3 = c.fma(w, c3);
            w = FloatVector.broadcast(SPECIES, weights[weight + 4]);
            a4 = a.fma(w, a4);
            b4 = b.fma(w, b4);
            c4 = c.fma(w, c4);
            w = FloatVector.broadcast(SPECIES, weights[weight + 5]);
            a5 = a.fma(w, a5);
            b5 = b.fma(w, b5);
            c5 = c.fma(w, c5);
            w = FloatVector.broadcast(SPECIES, weights[weight + 6]);
            a6 = a.fma(w, a6);
            b6 = b.fma(w, b6);
            c6 = c.fma(w, c6);
            w = FloatVector.broadcast(SPECIES, weights[weight + 7]);
            a7 = a.fma(w, a7);
            b7 = b.fma(w, b7);
            c7 = c.fma(w, c7);
            weight += MOST_RESULTS;
        }
        a0.intoArray(to, target);
        b0.intoArray(to, target + toStep);
        c0.intoArray(to, target + 2 * toStep);
        if (results > 1) {
            a1.intoArray(to, target + resultStep);
            b1.intoArray(to, target + toStep + resultStep);
            c1.intoArray(to, target + 2 * toStep + resultStep);
        }
        if (results > 2) {
            a2.intoArray(to, target + 2 * resultStep);
            b2.intoArray(to, target + toStep + 2 * resultStep);
            c2.intoArray(to, target + 2 * toStep + 2 * resultStep);
        }
        if (results > 3) {
            a3.intoArray(to, target + 3 * resultStep);
            b3.intoArray(to, target + toStep + 3 * resultStep);
            c3.intoArray(to, target + 2 * toStep + 3 * resultStep);
        }
        if (results > 4) {
            a4.intoArray(to, target + 4 * resultStep);
            b4.intoArray(to, target + toStep + 4 * resultStep);
            c4.intoArray(to, target + 2 * toStep + 4 * resultStep);
        }
        if (results > 5) {
            a5.intoArray(to, target + 5 * resultStep);
            b5.intoArray(to, target + toStep + 5 * resultStep);
            c5.intoArray(to, target + 2 * toStep + 5 * resultStep);
        }
        if (results > 6) {
            a6.intoArray(to, target + 6 * resultStep);
            b6.intoArray(to, target + toStep + 6 * resultStep);
            c6.intoArray(to, target + 2 * toStep + 6 * resultStep);
        }
        if (results > 7) {
            a7.intoArray(to, target + 7 * resultStep);
            b7.intoArray(to, target + toStep + 7 * resultStep);
            c7.intoArray(to, target + 2 * toStep + 7 * resultStep);
        }
    }

    private void one(float[] from, int start, float[] to, int target, int resultStep) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, offsets[0]);
        FloatVector a1 = FloatVector.broadcast(SPECIES, offsets[1]);
        FloatVector a2 = FloatVector.broadcast(SPECIES, offsets[2]);
        FloatVector a3 = FloatVector.broadcast(SPECIES, offsets[3]);
        FloatVector a4 = FloatVector.broadcast(SPECIES, offsets[4]);
        FloatVector a5 = FloatVector.broadcast(SPECIES, offsets[5]);
        FloatVector a6 = FloatVector.broadcast(SPECIES, offsets[6]);
        FloatVector a7 = FloatVector.broadcast(SPECIES, offsets[7]);
        int weight = 0;
        for (int place : places) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, start + place);
            a0 = a.fma(FloatVector.broadcast(SPECIES, weights[weight]), a0);
            a1 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 1]), a1);
            a2 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 2]), a2);
            a3 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 3]), a3);
            a4 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 4]), a4);
            a5 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 5]), a5);
            a6 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 6]), a6);
            a7 = a.fma(FloatVector.broadcast(SPECIES, weights[weight + 7]), a7);
            weight += MOST_RESULTS;
        }
        a0.intoArray(to, target);
        if (results > 1) {
            a1.intoArray(to, target + resultStep);
        }
        if (results > 2) {
            a2.intoArray(to, target + 2 * resultStep);
        }
        if (results > 3) {
            a3.intoArray(to, target + 3 * resultStep);
        }
        if (results > 4) {
            a4.intoArray(to, target + 4 * resultStep);
        }
        if (results > 5) {
            a5.intoArray(to, target + 5 * resultStep);
        }
        if (results > 6) {
            a6.intoArray(to, target + 6 * resultStep);
        }
        if (results > 7) {
            a7.intoArray(to, target + 7 * resultStep);
        }
    }
}
