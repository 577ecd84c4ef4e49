package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The backward pass. {@link Lanes} loads this class once for each width of a register; its bodies are written out as those of the sums. */
final class VectorGradientKernels implements GradientKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();

    @Override
    public void addProducts(
            float[] input,
            int inputStart,
            int tapStep,
            float[] gradient,
            int gradientStart,
            int filterStep,
            int count,
            int filters,
            int taps,
            float[] sums,
            int sumsStart,
            int sumStep) {
        for (int tap = 0; tap < taps; tap += TAPS) {
            int in = inputStart + tap * tapStep;
            int to = sumsStart + tap * SLOTS;
            int rest = taps - tap;
            if (Registers.MANY && filters > 4) {
                eight(input, in, tapStep, gradient, gradientStart, filterStep, count, filters, rest, sums, to, sumStep);
                continue;
            }
            for (int filter = 0; filter < filters; filter += 4) {
                int from = gradientStart + filter * filterStep;
                int target = to + filter * sumStep;
                four(
                        input,
                        in,
                        tapStep,
                        gradient,
                        from,
                        filterStep,
                        count,
                        filters - filter,
                        rest,
                        sums,
                        target,
                        sumStep);
            }
        }
    }

    /** Eight filters and three taps: 24 sums, three inputs and a gradient in 32 registers. */
    private static void eight(
            float[] input,
            int inputStart,
            int tapStep,
            float[] gradient,
            int gradientStart,
            int filterStep,
            int count,
            int filters,
            int taps,
            float[] sums,
            int sumsStart,
            int sumStep) {
        int sum0 = sumsStart;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, sum0);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, sum0 + SLOTS);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, sum0 + 2 * SLOTS);
        int sum1 = sumsStart + Math.min(1, filters - 1) * sumStep;
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, sum1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, sum1 + SLOTS);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, sum1 + 2 * SLOTS);
        int sum2 = sumsStart + Math.min(2, filters - 1) * sumStep;
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, sum2);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, sum2 + SLOTS);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, sum2 + 2 * SLOTS);
        int sum3 = sumsStart + Math.min(3, filters - 1) * sumStep;
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, sum3);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, sum3 + SLOTS);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, sum3 + 2 * SLOTS);
        int sum4 = sumsStart + Math.min(4, filters - 1) * sumStep;
        FloatVector a4 = FloatVector.fromArray(SPECIES, sums, sum4);
        FloatVector b4 = FloatVector.fromArray(SPECIES, sums, sum4 + SLOTS);
        FloatVector c4 = FloatVector.fromArray(SPECIES, sums, sum4 + 2 * SLOTS);
        int sum5 = sumsStart + Math.min(5, filters - 1) * sumStep;
        FloatVector a5 = FloatVector.fromArray(SPECIES, sums, sum5);
        FloatVector b5 = FloatVector.fromArray(SPECIES, sums, sum5 + SLOTS);
        FloatVector c5 = FloatVector.fromArray(SPECIES, sums, sum5 + 2 * SLOTS);
        int sum6 = sumsStart + Math.min(6, filters - 1) * sumStep;
        FloatVector a6 = FloatVector.fromArray(SPECIES, sums, sum6);
        FloatVector b6 = FloatVector.fromArray(SPECIES, sums, sum6 + SLOTS);
        FloatVector c6 = FloatVector.fromArray(SPECIES, sums, sum6 + 2 * SLOTS);
        int sum7 = sumsStart + Math.min(7, filters - 1) * sumStep;
        FloatVector a7 = FloatVector.fromArray(SPECIES, sums, sum7);
        FloatVector b7 = FloatVector.fromArray(SPECIES, sums, sum7 + SLOTS);
        FloatVector c7 = FloatVector.fromArray(SPECIES, sums, sum7 + 2 * SLOTS);
        int step1 = Math.min(1, filters - 1) * filterStep;
        int step2 = Math.min(2, filters - 1) * filterStep;
        int step3 = Math.min(3, filters - 1) * filterStep;
        int step4 = Math.min(4, filters - 1) * filterStep;
        int step5 = Math.min(5, filters - 1) * filterStep;
        int step6 = Math.min(6, filters - 1) * filterStep;
        int step7 = Math.min(7, filters - 1) * filterStep;
        int at = inputStart;
        int end = gradientStart + count * LANES;
        for (int from = gradientStart; from < end; from += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, input, at);
            FloatVector b = FloatVector.fromArray(SPECIES, input, at + tapStep);
            FloatVector c = FloatVector.fromArray(SPECIES, input, at + 2 * tapStep);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, from);
            a0 = a.fma(g, a0);
            b0 = b.fma(g, b0);
            c0 = c.fma(g, c0);
            g = FloatVector.fromArray(SPECIES, gradient, from + step1);
            a1 = a.fma(g, a1);
            b1 = b.fma(g, b1);
            c1 = c.fma(g, c1);
            g = FloatVector.fromArray(SPECIES, gradient, from + step2);
            a2 = a.fma(g, a2);
            b2 = b.fma(g, b2);
            c2 = c.fma(g, c2);
            g = FloatVector.fromArray(SPECIES, gradient, from + step3);
            a3 = a.fma(g, a3);
            b3 = b.fma(g, b3);
            c3 = c.fma(g, c3);
            g = FloatVector.fromArray(SPECIES, gradient, from + step4);
            a4 = a.fma(g, a4);
            b4 = b.fma(g, b4);
            c4 = c.fma(g, c4);
            g = FloatVector.fromArray(SPECIES, gradient, from + step5);
            a5 = a.fma(g, a5);
            b5 = b.fma(g, b5);
            c5 = c.fma(g, c5);
            g = FloatVector.fromArray(SPECIES, gradient, from + step6);
            a6 = a.fma(g, a6);
            b6 = b.fma(g, b6);
            c6 = c.fma(g, c6);
            g = FloatVector.fromArray(SPECIES, gradient, from + step7);
            a7 = a.fma(g, a7);
            b7 = b.fma(g, b7);
            c7 = c.fma(g, c7);
            at += LANES;
        }
        a0.intoArray(sums, sum0);
        if (taps > 1) {
            b0.intoArray(sums, sum0 + SLOTS);
        }
        if (taps > 2) {
            c0.intoArray(sums, sum0 + 2 * SLOTS);
        }
        if (filters > 1) {
            a1.intoArray(sums, sum1);
            if (taps > 1) {
                b1.intoArray(sums, sum1 + SLOTS);
            }
            if (taps > 2) {
                c1.intoArray(sums, sum1 + 2 * SLOTS);
            }
        }
        if (filters > 2) {
            a2.intoArray(sums, sum2);
            if (taps > 1) {
                b2.intoArray(sums, sum2 + SLOTS);
            }
            if (taps > 2) {
                c2.intoArray(sums, sum2 + 2 * SLOTS);
            }
        }
        if (filters > 3) {
            a3.intoArray(sums, sum3);
            if (taps > 1) {
                b3.intoArray(sums, sum3 + SLOTS);
            }
            if (taps > 2) {
                c3.intoArray(sums, sum3 + 2 * SLOTS);
            }
        }
        if (filters > 4) {
            a4.intoArray(sums, sum4);
            if (taps > 1) {
                b4.intoArray(sums, sum4 + SLOTS);
            }
            if (taps > 2) {
                c4.intoArray(sums, sum4 + 2 * SLOTS);
            }
        }
        if (filters > 5) {
            a5.intoArray(sums, sum5);
            if (taps > 1) {
                b5.intoArray(sums, sum5 + SLOTS);
            }
            if (taps > 2) {
                c5.intoArray(sums, sum5 + 2 * SLOTS);
            }
        }
        if (filters > 6) {
            a6.intoArray(sums, sum6);
            if (taps > 1) {
                b6.intoArray(sums, sum6 + SLOTS);
            }
            if (taps > 2) {
                c6.intoArray(sums, sum6 + 2 * SLOTS);
            }
        }
        if (filters > 7) {
            a7.intoArray(sums, sum7);
            if (taps > 1) {
                b7.intoArray(sums, sum7 + SLOTS);
            }
            if (taps > 2) {
                c7.intoArray(sums, sum7 + 2 * SLOTS);
            }
        }
    }

    /** Four filters and three taps: twelve sums, three inputs and a gradient in 16 registers. */
    private static void four(
            float[] input,
            int inputStart,
            int tapStep,
            float[] gradient,
            int gradientStart,
            int filterStep,
            int count,
            int filters,
            int taps,
            float[] sums,
            int sumsStart,
            int sumStep) {
        int sum0 = sumsStart;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, sum0);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, sum0 + SLOTS);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, sum0 + 2 * SLOTS);
        int sum1 = sumsStart + Math.min(1, filters - 1) * sumStep;
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, sum1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, sum1 + SLOTS);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, sum1 + 2 * SLOTS);
        int sum2 = sumsStart + Math.min(2, filters - 1) * sumStep;
        FloatVector a2 = FloatVector.fromArray(SPECIES, sums, sum2);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sums, sum2 + SLOTS);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sums, sum2 + 2 * SLOTS);
        int sum3 = sumsStart + Math.min(3, filters - 1) * sumStep;
        FloatVector a3 = FloatVector.fromArray(SPECIES, sums, sum3);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sums, sum3 + SLOTS);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sums, sum3 + 2 * SLOTS);
        int step1 = Math.min(1, filters - 1) * filterStep;
        int step2 = Math.min(2, filters - 1) * filterStep;
        int step3 = Math.min(3, filters - 1) * filterStep;
        int at = inputStart;
        int end = gradientStart + count * LANES;
        for (int from = gradientStart; from < end; from += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, input, at);
            FloatVector b = FloatVector.fromArray(SPECIES, input, at + tapStep);
            FloatVector c = FloatVector.fromArray(SPECIES, input, at + 2 * tapStep);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, from);
            a0 = a.fma(g, a0);
            b0 = b.fma(g, b0);
            c0 = c.fma(g, c0);
            g = FloatVector.fromArray(SPECIES, gradient, from + step1);
            a1 = a.fma(g, a1);
            b1 = b.fma(g, b1);
            c1 = c.fma(g, c1);
            g = FloatVector.fromArray(SPECIES, gradient, from + step2);
            a2 = a.fma(g, a2);
            b2 = b.fma(g, b2);
            c2 = c.fma(g, c2);
            g = FloatVector.fromArray(SPECIES, gradient, from + step3);
            a3 = a.fma(g, a3);
            b3 = b.fma(g, b3);
            c3 = c.fma(g, c3);
            at += LANES;
        }
        a0.intoArray(sums, sum0);
        if (taps > 1) {
            b0.intoArray(sums, sum0 + SLOTS);
        }
        if (taps > 2) {
            c0.intoArray(sums, sum0 + 2 * SLOTS);
        }
        if (filters > 1) {
            a1.intoArray(sums, sum1);
            if (taps > 1) {
                b1.intoArray(sums, sum1 + SLOTS);
            }
            if (taps > 2) {
                c1.intoArray(sums, sum1 + 2 * SLOTS);
            }
        }
        if (filters > 2) {
            a2.intoArray(sums, sum2);
            if (taps > 1) {
                b2.intoArray(sums, sum2 + SLOTS);
            }
            if (taps > 2) {
                c2.intoArray(sums, sum2 + 2 * SLOTS);
            }
        }
        if (filters > 3) {
            a3.intoArray(sums, sum3);
            if (taps > 1) {
                b3.intoArray(sums, sum3 + SLOTS);
            }
            if (taps > 2) {
                c3.intoArray(sums, sum3 + 2 * SLOTS);
            }
        }
    }

    @Override
    public void addPixels(float[] gradient, int from, int to, float[] sums, int sumsStart) {
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, sumsStart);
        for (int at = from; at < to; at += LANES) {
            sum = sum.add(FloatVector.fromArray(SPECIES, gradient, at));
        }
        sum.intoArray(sums, sumsStart);
    }
}
