package org.dlcourse.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transforms of {@link WinogradTransform}. {@link Lanes} loads this class once for each width of a register.
 *
 * <p>Everything is a product and a sum, rounded once: with other operations beside them, Java's compiler at times kept vectors
 * as objects, which took three times as long.
 */
final class VectorWinogradKernels implements WinogradKernels {
    private static final VectorSpecies<Float> SPECIES = Lanes.speciesOf(MethodHandles.lookup());
    private static final int LANES = SPECIES.length();

    @Override
    public void inputs(float[] from, int start, int step, float[][] to, int toStart, int tiles) {
        float[] to0 = to[0];
        float[] to1 = to[1];
        float[] to2 = to[2];
        float[] to3 = to[3];
        float[] to4 = to[4];
        float[] to5 = to[5];
        float[] to6 = to[6];
        float[] to7 = to[7];
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);
        int at = start;
        int end = toStart + tiles * LANES;
        for (int target = toStart; target < end; target += LANES) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, from, at);
            FloatVector x1 = FloatVector.fromArray(SPECIES, from, at + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, from, at + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(SPECIES, from, at + 3 * LANES);
            FloatVector x4 = FloatVector.fromArray(SPECIES, from, at + 4 * LANES);
            FloatVector x5 = FloatVector.fromArray(SPECIES, from, at + 5 * LANES);
            FloatVector x6 = FloatVector.fromArray(SPECIES, from, at + 6 * LANES);
            FloatVector x7 = FloatVector.fromArray(SPECIES, from, at + 7 * LANES);
            FloatVector factor = FloatVector.broadcast(SPECIES, 5.25f);
            x4.fma(minusOne, x2).fma(factor, x0.fma(minusOne, x6)).intoArray(to0, target);
            x5.fma(minusOne, x3).fma(factor, x1.fma(minusOne, x7)).intoArray(to7, target);

            factor = FloatVector.broadcast(SPECIES, -4.25f);
            FloatVector even = x4.fma(factor, x2.fma(one, x6));
            FloatVector odd = x3.fma(factor, x1.fma(one, x5));
            odd.fma(one, even).intoArray(to1, target);
            odd.fma(minusOne, even).intoArray(to2, target);

            factor = FloatVector.broadcast(SPECIES, -1.25f);
            FloatVector first = FloatVector.broadcast(SPECIES, .25f);
            even = x4.fma(factor, x2.fma(first, x6));
            odd = x3.fma(factor, x1.fma(first, x5));
            odd.fma(FloatVector.broadcast(SPECIES, 2), even).intoArray(to3, target);
            odd.fma(FloatVector.broadcast(SPECIES, -2), even).intoArray(to4, target);

            factor = FloatVector.broadcast(SPECIES, -5);
            first = FloatVector.broadcast(SPECIES, 4);
            even = x4.fma(factor, x2.fma(first, x6));
            odd = x3.fma(factor, x1.fma(first, x5));
            odd.fma(FloatVector.broadcast(SPECIES, .5f), even).intoArray(to5, target);
            odd.fma(FloatVector.broadcast(SPECIES, -.5f), even).intoArray(to6, target);
            at += step;
        }
    }

    @Override
    public void outputs(int outputs, float offset, float[][] from, int start, float[] to, int toStart, int tiles) {
        float[] from0 = from[0];
        float[] from1 = from[1];
        float[] from2 = from[2];
        float[] from3 = from[3];
        float[] from4 = from[4];
        float[] from5 = from[5];
        float[] from6 = from[6];
        float[] from7 = from[7];
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);
        int end = start + tiles * LANES;
        for (int at = start; at < end; at += LANES) {
            int target = toStart + (at - start) * outputs;
            FloatVector a = FloatVector.fromArray(SPECIES, from1, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from2, at);
            a = a.fma(one, FloatVector.broadcast(SPECIES, offset));
            FloatVector sum1 = b.fma(one, a);
            FloatVector difference1 = b.fma(minusOne, a);
            a = FloatVector.fromArray(SPECIES, from3, at);
            b = FloatVector.fromArray(SPECIES, from4, at);
            FloatVector sum2 = b.fma(one, a);
            FloatVector difference2 = b.fma(minusOne, a);
            a = FloatVector.fromArray(SPECIES, from5, at);
            b = FloatVector.fromArray(SPECIES, from6, at);
            FloatVector sum3 = b.fma(one, a);
            FloatVector difference3 = b.fma(minusOne, a);
            FloatVector zero = FloatVector.fromArray(SPECIES, from0, at);
            FloatVector infinity = FloatVector.fromArray(SPECIES, from7, at);

            zero.fma(one, sum3.fma(one, sum2.fma(one, sum1))).intoArray(to, target);
            FloatVector power = FloatVector.broadcast(SPECIES, 2);
            FloatVector inverse = FloatVector.broadcast(SPECIES, 1f / 2);
            FloatVector odd = difference3.fma(inverse, difference2.fma(power, difference1));
            if (outputs == 2) {
                infinity.fma(one, odd).intoArray(to, target + LANES);
                continue;
            }
            odd.intoArray(to, target + LANES);

            power = FloatVector.broadcast(SPECIES, 4);
            inverse = FloatVector.broadcast(SPECIES, 1f / 4);
            sum3.fma(inverse, sum2.fma(power, sum1)).intoArray(to, target + 2 * LANES);
            power = FloatVector.broadcast(SPECIES, 8);
            inverse = FloatVector.broadcast(SPECIES, 1f / 8);
            odd = difference3.fma(inverse, difference2.fma(power, difference1));
            if (outputs == 4) {
                infinity.fma(one, odd).intoArray(to, target + 3 * LANES);
                continue;
            }
            odd.intoArray(to, target + 3 * LANES);

            power = FloatVector.broadcast(SPECIES, 16);
            inverse = FloatVector.broadcast(SPECIES, 1f / 16);
            sum3.fma(inverse, sum2.fma(power, sum1)).intoArray(to, target + 4 * LANES);
            power = FloatVector.broadcast(SPECIES, 32);
            inverse = FloatVector.broadcast(SPECIES, 1f / 32);
            odd = difference3.fma(inverse, difference2.fma(power, difference1));
            infinity.fma(one, odd).intoArray(to, target + 5 * LANES);
        }
    }

    @Override
    public void gradients(int outputs, float[] from, int start, float[][] to, int toStart, int toStep, int tiles) {
        float[] to0 = to[0];
        float[] to1 = to[1];
        float[] to2 = to[2];
        float[] to3 = to[3];
        float[] to4 = to[4];
        float[] to5 = to[5];
        float[] to6 = to[6];
        float[] to7 = to[7];
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);
        int at = start;
        int end = toStart + tiles * toStep;
        for (int target = toStart; target < end; target += toStep) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, from, at);
            FloatVector x1 = FloatVector.fromArray(SPECIES, from, at + LANES);
            FloatVector x2 = zero;
            FloatVector x3 = zero;
            FloatVector x4 = zero;
            FloatVector x5 = zero;
            FloatVector last = x1;
            if (outputs > 2) {
                x2 = FloatVector.fromArray(SPECIES, from, at + 2 * LANES);
                x3 = FloatVector.fromArray(SPECIES, from, at + 3 * LANES);
                last = x3;
            }
            if (outputs > 4) {
                x4 = FloatVector.fromArray(SPECIES, from, at + 4 * LANES);
                x5 = FloatVector.fromArray(SPECIES, from, at + 5 * LANES);
                last = x5;
            }
            x0.intoArray(to0, target);
            last.intoArray(to7, target);

            FloatVector even = x4.fma(one, x2.fma(one, x0));
            FloatVector odd = x5.fma(one, x3.fma(one, x1));
            odd.fma(one, even).intoArray(to1, target);
            odd.fma(minusOne, even).intoArray(to2, target);

            FloatVector square = FloatVector.broadcast(SPECIES, 4);
            FloatVector point = FloatVector.broadcast(SPECIES, 2);
            even = x4.fma(square, x2).fma(square, x0);
            odd = x5.fma(square, x3).fma(square, x1);
            odd.fma(point, even).intoArray(to3, target);
            odd.fma(FloatVector.broadcast(SPECIES, -2), even).intoArray(to4, target);

            square = FloatVector.broadcast(SPECIES, .25f);
            point = FloatVector.broadcast(SPECIES, .5f);
            even = x4.fma(square, x2).fma(square, x0);
            odd = x5.fma(square, x3).fma(square, x1);
            odd.fma(point, even).intoArray(to5, target);
            odd.fma(FloatVector.broadcast(SPECIES, -.5f), even).intoArray(to6, target);
            at += outputs * LANES;
        }
    }
}
