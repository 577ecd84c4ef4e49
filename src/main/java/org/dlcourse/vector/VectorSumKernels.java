package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums, and what is done to single values. {@link Lanes} loads this class once for each width of a register.
 *
 * <p>The bodies are written out, and a maximum is kept out of them: vectors in an array, vectors handed to a method that is not
 * inlined and, in JDK 17, at times vectors beside a maximum are objects and no registers.
 *
 * <p>Java's compiler loads all weights of a term before it multiplies by the first, so sums, inputs and weights have to fit into
 * the registers together: with eight results at three positions it copied or spilled half of the sums for every term.
 */
final class VectorSumKernels implements SumKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();

    @Override
    public void weightedSums(
            WeightedSums[] groups,
            float[] from,
            int start,
            int step,
            float[] to,
            int toStart,
            int resultStep,
            int positions) {
        int groupStart = toStart;
        for (WeightedSums group : groups) {
            for (int position = 0; position < positions; position += 2) {
                // The last position alone is computed twice.
                int next = position + 1 < positions ? 1 : 0;
                int at = start + position * step;
                int target = groupStart + position * LANES;
                if (group.width() == WeightedSums.WIDE) {
                    eight(group, from, at, next * step, to, target, next * LANES, resultStep);
                } else {
                    four(group, from, at, next * step, to, target, next * LANES, resultStep);
                }
            }
            groupStart += group.results() * resultStep;
        }
    }

    /** Eight results at two positions: 16 sums, two inputs and eight weights in 32 registers. */
    private static void eight(
            WeightedSums sums, float[] from, int at, int step, float[] to, int target, int toStep, int resultStep) {
        float[] weights = sums.weights();
        FloatVector a0 = FloatVector.broadcast(SPECIES, sums.biases()[0]);
        FloatVector b0 = a0;
        FloatVector a1 = FloatVector.broadcast(SPECIES, sums.biases()[1]);
        FloatVector b1 = a1;
        FloatVector a2 = FloatVector.broadcast(SPECIES, sums.biases()[2]);
        FloatVector b2 = a2;
        FloatVector a3 = FloatVector.broadcast(SPECIES, sums.biases()[3]);
        FloatVector b3 = a3;
        FloatVector a4 = FloatVector.broadcast(SPECIES, sums.biases()[4]);
        FloatVector b4 = a4;
        FloatVector a5 = FloatVector.broadcast(SPECIES, sums.biases()[5]);
        FloatVector b5 = a5;
        FloatVector a6 = FloatVector.broadcast(SPECIES, sums.biases()[6]);
        FloatVector b6 = a6;
        FloatVector a7 = FloatVector.broadcast(SPECIES, sums.biases()[7]);
        FloatVector b7 = a7;
        int weight = 0;
        for (int offset : sums.offsets()) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at + offset);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + offset + step);
            FloatVector w = FloatVector.broadcast(SPECIES, weights[weight]);
            a0 = a.fma(w, a0);
            b0 = b.fma(w, b0);
            w = FloatVector.broadcast(SPECIES, weights[weight + 1]);
            a1 = a.fma(w, a1);
            b1 = b.fma(w, b1);
            w = FloatVector.broadcast(SPECIES, weights[weight + 2]);
            a2 = a.fma(w, a2);
            b2 = b.fma(w, b2);
            w = FloatVector.broadcast(SPECIES, weights[weight + 3]);
            a3 = a.fma(w, a3);
            b3 = b.fma(w, b3);
            w = FloatVector.broadcast(SPECIES, weights[weight + 4]);
            a4 = a.fma(w, a4);
            b4 = b.fma(w, b4);
            w = FloatVector.broadcast(SPECIES, weights[weight + 5]);
            a5 = a.fma(w, a5);
            b5 = b.fma(w, b5);
            w = FloatVector.broadcast(SPECIES, weights[weight + 6]);
            a6 = a.fma(w, a6);
            b6 = b.fma(w, b6);
            w = FloatVector.broadcast(SPECIES, weights[weight + 7]);
            a7 = a.fma(w, a7);
            b7 = b.fma(w, b7);
            weight += 8;
        }
        int last = sums.results() - 1;
        a0.intoArray(to, target);
        b0.intoArray(to, target + toStep);
        int result = target + Math.min(1, last) * resultStep;
        a1.intoArray(to, result);
        b1.intoArray(to, result + toStep);
        result = target + Math.min(2, last) * resultStep;
        a2.intoArray(to, result);
        b2.intoArray(to, result + toStep);
        result = target + Math.min(3, last) * resultStep;
        a3.intoArray(to, result);
        b3.intoArray(to, result + toStep);
        result = target + Math.min(4, last) * resultStep;
        a4.intoArray(to, result);
        b4.intoArray(to, result + toStep);
        result = target + Math.min(5, last) * resultStep;
        a5.intoArray(to, result);
        b5.intoArray(to, result + toStep);
        result = target + Math.min(6, last) * resultStep;
        a6.intoArray(to, result);
        b6.intoArray(to, result + toStep);
        result = target + Math.min(7, last) * resultStep;
        a7.intoArray(to, result);
        b7.intoArray(to, result + toStep);
    }

    /** Four results at two positions: eight sums, two inputs and four weights in 16 registers. */
    private static void four(
            WeightedSums sums, float[] from, int at, int step, float[] to, int target, int toStep, int resultStep) {
        float[] weights = sums.weights();
        FloatVector a0 = FloatVector.broadcast(SPECIES, sums.biases()[0]);
        FloatVector b0 = a0;
        FloatVector a1 = FloatVector.broadcast(SPECIES, sums.biases()[1]);
        FloatVector b1 = a1;
        FloatVector a2 = FloatVector.broadcast(SPECIES, sums.biases()[2]);
        FloatVector b2 = a2;
        FloatVector a3 = FloatVector.broadcast(SPECIES, sums.biases()[3]);
        FloatVector b3 = a3;
        int weight = 0;
        for (int offset : sums.offsets()) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at + offset);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + offset + step);
            FloatVector w = FloatVector.broadcast(SPECIES, weights[weight]);
            a0 = a.fma(w, a0);
            b0 = b.fma(w, b0);
            w = FloatVector.broadcast(SPECIES, weights[weight + 1]);
            a1 = a.fma(w, a1);
            b1 = b.fma(w, b1);
            w = FloatVector.broadcast(SPECIES, weights[weight + 2]);
            a2 = a.fma(w, a2);
            b2 = b.fma(w, b2);
            w = FloatVector.broadcast(SPECIES, weights[weight + 3]);
            a3 = a.fma(w, a3);
            b3 = b.fma(w, b3);
            weight += 4;
        }
        int last = sums.results() - 1;
        a0.intoArray(to, target);
        b0.intoArray(to, target + toStep);
        int result = target + Math.min(1, last) * resultStep;
        a1.intoArray(to, result);
        b1.intoArray(to, result + toStep);
        result = target + Math.min(2, last) * resultStep;
        a2.intoArray(to, result);
        b2.intoArray(to, result + toStep);
        result = target + Math.min(3, last) * resultStep;
        a3.intoArray(to, result);
        b3.intoArray(to, result + toStep);
    }

    @Override
    public void rectify(float[] values, int from, int to) {
        for (int at = from; at < to; at += LANES) {
            FloatVector.fromArray(SPECIES, values, at).max(0).intoArray(values, at);
        }
    }

    @Override
    public void largest(float[] from, int start, int step, float[] to, int toStart, int toEnd) {
        int at = start;
        for (int target = toStart; target < toEnd; target += LANES) {
            FloatVector.fromArray(SPECIES, to, target)
                    .max(FloatVector.fromArray(SPECIES, from, at))
                    .intoArray(to, target);
            at += step;
        }
    }
}
