package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums, and what is done to single values. {@link Lanes} loads this class once for each width of a register.
 *
 * <p>The bodies are written out, and a maximum is kept out of them: vectors in an array, vectors handed to a method that is not
 * inlined and, in JDK 17, at times vectors beside a maximum are objects and no registers.
 */
final class VectorSumKernels implements SumKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();

    @Override
    public void weightedSums(
            WeightedSums[] sums,
            float[] from,
            int start,
            int step,
            float[] to,
            int toStart,
            int resultStep,
            int positions) {
        int groupStep = WeightedSums.RESULTS * resultStep;
        int group = 0;
        for (; Registers.MANY && group + 2 <= sums.length; group += 2) {
            int target = toStart + group * groupStep;
            int position = 0;
            for (; position + 3 <= positions; position += 3) {
                int at = start + position * step;
                eight(sums[group], sums[group + 1], from, at, step, to, target + position * LANES, resultStep);
            }
            for (int rest = position; rest < positions; rest += 2) {
                pair(sums[group], from, start, step, to, target, resultStep, rest, positions);
                pair(sums[group + 1], from, start, step, to, target + groupStep, resultStep, rest, positions);
            }
        }
        for (; group < sums.length; group++) {
            for (int position = 0; position < positions; position += 2) {
                pair(sums[group], from, start, step, to, toStart + group * groupStep, resultStep, position, positions);
            }
        }
    }

    /** A position and the one behind it; the last one alone is computed twice. */
    private static void pair(
            WeightedSums sums,
            float[] from,
            int start,
            int step,
            float[] to,
            int toStart,
            int resultStep,
            int position,
            int positions) {
        int next = position + 1 < positions ? 1 : 0;
        int target = toStart + position * LANES;
        two(sums, from, start + position * step, next * step, to, target, next * LANES, resultStep);
    }

    /** Eight results, of two groups, at three positions: 24 sums, three inputs and a weight in 32 registers. */
    private static void eight(
            WeightedSums sums,
            WeightedSums next,
            float[] from,
            int at,
            int step,
            float[] to,
            int target,
            int resultStep) {
        float[] weights = sums.weights();
        float[] nextWeights = next.weights();
        FloatVector a0 = FloatVector.broadcast(SPECIES, sums.biases()[0]);
        FloatVector b0 = a0;
        FloatVector c0 = a0;
        FloatVector a1 = FloatVector.broadcast(SPECIES, sums.biases()[1]);
        FloatVector b1 = a1;
        FloatVector c1 = a1;
        FloatVector a2 = FloatVector.broadcast(SPECIES, sums.biases()[2]);
        FloatVector b2 = a2;
        FloatVector c2 = a2;
        FloatVector a3 = FloatVector.broadcast(SPECIES, sums.biases()[3]);
        FloatVector b3 = a3;
        FloatVector c3 = a3;
        FloatVector a4 = FloatVector.broadcast(SPECIES, next.biases()[0]);
        FloatVector b4 = a4;
        FloatVector c4 = a4;
        FloatVector a5 = FloatVector.broadcast(SPECIES, next.biases()[1]);
        FloatVector b5 = a5;
        FloatVector c5 = a5;
        FloatVector a6 = FloatVector.broadcast(SPECIES, next.biases()[2]);
        FloatVector b6 = a6;
        FloatVector c6 = a6;
        FloatVector a7 = FloatVector.broadcast(SPECIES, next.biases()[3]);
        FloatVector b7 = a7;
        FloatVector c7 = a7;
        int weight = 0;
        for (int offset : sums.offsets()) {
            FloatVector a = FloatVector.fromArray(SPECIES, from, at + offset);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + offset + step);
            FloatVector c = FloatVector.fromArray(SPECIES, from, at + offset + 2 * step);
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
            w = FloatVector.broadcast(SPECIES, nextWeights[weight]);
            a4 = a.fma(w, a4);
            b4 = b.fma(w, b4);
            c4 = c.fma(w, c4);
            w = FloatVector.broadcast(SPECIES, nextWeights[weight + 1]);
            a5 = a.fma(w, a5);
            b5 = b.fma(w, b5);
            c5 = c.fma(w, c5);
            w = FloatVector.broadcast(SPECIES, nextWeights[weight + 2]);
            a6 = a.fma(w, a6);
            b6 = b.fma(w, b6);
            c6 = c.fma(w, c6);
            w = FloatVector.broadcast(SPECIES, nextWeights[weight + 3]);
            a7 = a.fma(w, a7);
            b7 = b.fma(w, b7);
            c7 = c.fma(w, c7);
            weight += WeightedSums.RESULTS;
        }
        a0.intoArray(to, target);
        b0.intoArray(to, target + LANES);
        c0.intoArray(to, target + 2 * LANES);
        a1.intoArray(to, target + resultStep);
        b1.intoArray(to, target + resultStep + LANES);
        c1.intoArray(to, target + resultStep + 2 * LANES);
        a2.intoArray(to, target + 2 * resultStep);
        b2.intoArray(to, target + 2 * resultStep + LANES);
        c2.intoArray(to, target + 2 * resultStep + 2 * LANES);
        a3.intoArray(to, target + 3 * resultStep);
        b3.intoArray(to, target + 3 * resultStep + LANES);
        c3.intoArray(to, target + 3 * resultStep + 2 * LANES);
        a4.intoArray(to, target + 4 * resultStep);
        b4.intoArray(to, target + 4 * resultStep + LANES);
        c4.intoArray(to, target + 4 * resultStep + 2 * LANES);
        if (next.results() > 1) {
            a5.intoArray(to, target + 5 * resultStep);
            b5.intoArray(to, target + 5 * resultStep + LANES);
            c5.intoArray(to, target + 5 * resultStep + 2 * LANES);
        }
        if (next.results() > 2) {
            a6.intoArray(to, target + 6 * resultStep);
            b6.intoArray(to, target + 6 * resultStep + LANES);
            c6.intoArray(to, target + 6 * resultStep + 2 * LANES);
        }
        if (next.results() > 3) {
            a7.intoArray(to, target + 7 * resultStep);
            b7.intoArray(to, target + 7 * resultStep + LANES);
            c7.intoArray(to, target + 7 * resultStep + 2 * LANES);
        }
    }

    /** Four results at two positions: eight sums, two inputs and a weight in 16 registers. */
    private static void two(
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
            weight += WeightedSums.RESULTS;
        }
        a0.intoArray(to, target);
        b0.intoArray(to, target + toStep);
        if (sums.results() > 1) {
            int next = target + resultStep;
            a1.intoArray(to, next);
            b1.intoArray(to, next + toStep);
        }
        if (sums.results() > 2) {
            int next = target + 2 * resultStep;
            a2.intoArray(to, next);
            b2.intoArray(to, next + toStep);
        }
        if (sums.results() > 3) {
            int next = target + 3 * resultStep;
            a3.intoArray(to, next);
            b3.intoArray(to, next + toStep);
        }
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
