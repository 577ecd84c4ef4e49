package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The backward pass. {@link Lanes} loads this class once for each width of a register; its bodies are written out as those of the sums.
 *
 * <p>What a body loads and stores lies side by side. With a variable for each distance, Java's compiler ran out of registers and kept
 * some of the inputs in memory, in some processes and not in others.
 */
final class VectorGradientKernels implements GradientKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();
    private static final int HALF = FILTERS / 2;

    @Override
    public void interleave(float[] from, int start, int end, float[] to, int toStart) {
        int target = toStart;
        for (int at = start; at < end; at += LANES) {
            FloatVector.fromArray(SPECIES, from, at).intoArray(to, target);
            target += FILTERS * LANES;
        }
    }

    @Override
    public void addProducts(
            float[] input,
            int inputStart,
            int[] offsets,
            float[] gradient,
            int gradientStart,
            int count,
            int filters,
            float[] sums,
            int sumsStart) {
        int to = sumsStart;
        for (int tap = 0; tap < offsets.length; tap += TAPS) {
            int a = inputStart + offsets[tap];
            int b = inputStart + offsets[tap + 1];
            int c = inputStart + offsets[tap + 2];
            if (Registers.MANY && filters > HALF) {
                eight(input, a, b, c, gradient, gradientStart, count, sums, to);
            } else {
                for (int filter = 0; filter < filters; filter += HALF) {
                    int from = gradientStart + filter * LANES;
                    four(input, a, b, c, gradient, from, count, sums, to + filter * TAPS * SLOTS);
                }
            }
            to += FILTERS * TAPS * SLOTS;
        }
    }

    /** Eight filters and three taps: 24 sums, three inputs and a gradient in 32 registers. */
    private static void eight(
            float[] input,
            int aStart,
            int bStart,
            int cStart,
            float[] gradient,
            int from,
            int count,
            float[] sums,
            int to) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, to);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, to + SLOTS);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, to + 2 * SLOTS);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, to + 3 * SLOTS);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, to + 4 * SLOTS);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, to + 5 * SLOTS);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, to + 6 * SLOTS);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, to + 7 * SLOTS);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, to + 8 * SLOTS);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, to + 9 * SLOTS);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, to + 10 * SLOTS);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, to + 11 * SLOTS);
        FloatVector a4 = FloatVector.fromArray(SPECIES, sums, to + 12 * SLOTS);
        FloatVector b4 = FloatVector.fromArray(SPECIES, sums, to + 13 * SLOTS);
        FloatVector c4 = FloatVector.fromArray(SPECIES, sums, to + 14 * SLOTS);
        FloatVector a5 = FloatVector.fromArray(SPECIES, sums, to + 15 * SLOTS);
        FloatVector b5 = FloatVector.fromArray(SPECIES, sums, to + 16 * SLOTS);
        FloatVector c5 = FloatVector.fromArray(SPECIES, sums, to + 17 * SLOTS);
        FloatVector a6 = FloatVector.fromArray(SPECIES, sums, to + 18 * SLOTS);
        FloatVector b6 = FloatVector.fromArray(SPECIES, sums, to + 19 * SLOTS);
        FloatVector c6 = FloatVector.fromArray(SPECIES, sums, to + 20 * SLOTS);
        FloatVector a7 = FloatVector.fromArray(SPECIES, sums, to + 21 * SLOTS);
        FloatVector b7 = FloatVector.fromArray(SPECIES, sums, to + 22 * SLOTS);
        FloatVector c7 = FloatVector.fromArray(SPECIES, sums, to + 23 * SLOTS);
        int at = 0;
        int end = from + count * FILTERS * LANES;
        for (int position = from; position < end; position += FILTERS * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, input, aStart + at);
            FloatVector b = FloatVector.fromArray(SPECIES, input, bStart + at);
            FloatVector c = FloatVector.fromArray(SPECIES, input, cStart + at);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, position);
            a0 = a.fma(g, a0);
            b0 = b.fma(g, b0);
            c0 = c.fma(g, c0);
            g = FloatVector.fromArray(SPECIES, gradient, position + LANES);
            a1 = a.fma(g, a1);
            b1 = b.fma(g, b1);
            c1 = c.fma(g, c1);
            g = FloatVector.fromArray(SPECIES, gradient, position + 2 * LANES);
            a2 = a.fma(g, a2);
            b2 = b.fma(g, b2);
            c2 = c.fma(g, c2);
            g = FloatVector.fromArray(SPECIES, gradient, position + 3 * LANES);
            a3 = a.fma(g, a3);
            b3 = b.fma(g, b3);
            c3 = c.fma(g, c3);
            g = FloatVector.fromArray(SPECIES, gradient, position + 4 * LANES);
            a4 = a.fma(g, a4);
            b4 = b.fma(g, b4);
            c4 = c.fma(g, c4);
            g = FloatVector.fromArray(SPECIES, gradient, position + 5 * LANES);
            a5 = a.fma(g, a5);
            b5 = b.fma(g, b5);
            c5 = c.fma(g, c5);
            g = FloatVector.fromArray(SPECIES, gradient, position + 6 * LANES);
            a6 = a.fma(g, a6);
            b6 = b.fma(g, b6);
            c6 = c.fma(g, c6);
            g = FloatVector.fromArray(SPECIES, gradient, position + 7 * LANES);
            a7 = a.fma(g, a7);
            b7 = b.fma(g, b7);
            c7 = c.fma(g, c7);
            at += LANES;
        }
        a0.intoArray(sums, to);
        b0.intoArray(sums, to + SLOTS);
        c0.intoArray(sums, to + 2 * SLOTS);
        a1.intoArray(sums, to + 3 * SLOTS);
        b1.intoArray(sums, to + 4 * SLOTS);
        c1.intoArray(sums, to + 5 * SLOTS);
        a2.intoArray(sums, to + 6 * SLOTS);
        b2.intoArray(sums, to + 7 * SLOTS);
        c2.intoArray(sums, to + 8 * SLOTS);
        a3.intoArray(sums, to + 9 * SLOTS);
        b3.intoArray(sums, to + 10 * SLOTS);
        c3.intoArray(sums, to + 11 * SLOTS);
        a4.intoArray(sums, to + 12 * SLOTS);
        b4.intoArray(sums, to + 13 * SLOTS);
        c4.intoArray(sums, to + 14 * SLOTS);
        a5.intoArray(sums, to + 15 * SLOTS);
        b5.intoArray(sums, to + 16 * SLOTS);
        c5.intoArray(sums, to + 17 * SLOTS);
        a6.intoArray(sums, to + 18 * SLOTS);
        b6.intoArray(sums, to + 19 * SLOTS);
        c6.intoArray(sums, to + 20 * SLOTS);
        a7.intoArray(sums, to + 21 * SLOTS);
        b7.intoArray(sums, to + 22 * SLOTS);
        c7.intoArray(sums, to + 23 * SLOTS);
    }

    /** Four of the eight filters and three taps: twelve sums, three inputs and a gradient in 16 registers. */
    private static void four(
            float[] input,
            int aStart,
            int bStart,
            int cStart,
            float[] gradient,
            int from,
            int count,
            float[] sums,
            int to) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, to);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, to + SLOTS);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, to + 2 * SLOTS);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, to + 3 * SLOTS);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, to + 4 * SLOTS);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, to + 5 * SLOTS);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, to + 6 * SLOTS);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, to + 7 * SLOTS);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, to + 8 * SLOTS);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, to + 9 * SLOTS);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, to + 10 * SLOTS);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, to + 11 * SLOTS);
        int at = 0;
        int end = from + count * FILTERS * LANES;
        for (int position = from; position < end; position += FILTERS * LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, input, aStart + at);
            FloatVector b = FloatVector.fromArray(SPECIES, input, bStart + at);
            FloatVector c = FloatVector.fromArray(SPECIES, input, cStart + at);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, position);
            a0 = a.fma(g, a0);
            b0 = b.fma(g, b0);
            c0 = c.fma(g, c0);
            g = FloatVector.fromArray(SPECIES, gradient, position + LANES);
            a1 = a.fma(g, a1);
            b1 = b.fma(g, b1);
            c1 = c.fma(g, c1);
            g = FloatVector.fromArray(SPECIES, gradient, position + 2 * LANES);
            a2 = a.fma(g, a2);
            b2 = b.fma(g, b2);
            c2 = c.fma(g, c2);
            g = FloatVector.fromArray(SPECIES, gradient, position + 3 * LANES);
            a3 = a.fma(g, a3);
            b3 = b.fma(g, b3);
            c3 = c.fma(g, c3);
            at += LANES;
        }
        a0.intoArray(sums, to);
        b0.intoArray(sums, to + SLOTS);
        c0.intoArray(sums, to + 2 * SLOTS);
        a1.intoArray(sums, to + 3 * SLOTS);
        b1.intoArray(sums, to + 4 * SLOTS);
        c1.intoArray(sums, to + 5 * SLOTS);
        a2.intoArray(sums, to + 6 * SLOTS);
        b2.intoArray(sums, to + 7 * SLOTS);
        c2.intoArray(sums, to + 8 * SLOTS);
        a3.intoArray(sums, to + 9 * SLOTS);
        b3.intoArray(sums, to + 10 * SLOTS);
        c3.intoArray(sums, to + 11 * SLOTS);
    }

    @Override
    public void addPixels(float[] gradient, int from, int to, float[] sums, int sumsStart) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, sumsStart);
        for (int at = from; at < to; at += LANES) {
            sum = FloatVector.fromArray(SPECIES, gradient, at).fma(one, sum);
        }
        sum.intoArray(sums, sumsStart);
    }
}
