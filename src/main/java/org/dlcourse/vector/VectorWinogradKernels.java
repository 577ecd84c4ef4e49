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
    public void inputs(float[] from, int start, int step, float[] to, int toStart, int factorStep, int tiles) {
        for (int tile = 0; tile < tiles; tile++) {
            inputsOfTile(from, start + tile * step, to, toStart + tile * LANES, factorStep);
        }
    }

    private static void inputsOfTile(float[] from, int at, float[] to, int target, int step) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, from, at);
        FloatVector x1 = FloatVector.fromArray(SPECIES, from, at + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, from, at + 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, from, at + 3 * LANES);
        FloatVector x4 = FloatVector.fromArray(SPECIES, from, at + 4 * LANES);
        FloatVector x5 = FloatVector.fromArray(SPECIES, from, at + 5 * LANES);
        FloatVector x6 = FloatVector.fromArray(SPECIES, from, at + 6 * LANES);
        FloatVector x7 = FloatVector.fromArray(SPECIES, from, at + 7 * LANES);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);

        FloatVector factor = FloatVector.broadcast(SPECIES, 5.25f);
        x4.fma(minusOne, x2).fma(factor, x0.fma(minusOne, x6)).intoArray(to, target);
        x5.fma(minusOne, x3).fma(factor, x1.fma(minusOne, x7)).intoArray(to, target + 7 * step);

        factor = FloatVector.broadcast(SPECIES, -4.25f);
        FloatVector even = x4.fma(factor, x2.fma(one, x6));
        FloatVector odd = x3.fma(factor, x1.fma(one, x5));
        odd.fma(one, even).intoArray(to, target + step);
        odd.fma(minusOne, even).intoArray(to, target + 2 * step);

        factor = FloatVector.broadcast(SPECIES, -1.25f);
        FloatVector first = FloatVector.broadcast(SPECIES, .25f);
        even = x4.fma(factor, x2.fma(first, x6));
        odd = x3.fma(factor, x1.fma(first, x5));
        odd.fma(FloatVector.broadcast(SPECIES, 2), even).intoArray(to, target + 3 * step);
        odd.fma(FloatVector.broadcast(SPECIES, -2), even).intoArray(to, target + 4 * step);

        factor = FloatVector.broadcast(SPECIES, -5);
        first = FloatVector.broadcast(SPECIES, 4);
        even = x4.fma(factor, x2.fma(first, x6));
        odd = x3.fma(factor, x1.fma(first, x5));
        odd.fma(FloatVector.broadcast(SPECIES, .5f), even).intoArray(to, target + 5 * step);
        odd.fma(FloatVector.broadcast(SPECIES, -.5f), even).intoArray(to, target + 6 * step);
    }

    @Override
    public void outputs(
            int outputs, float offset, float[] from, int start, int productStep, float[] to, int toStart, int tiles) {
        for (int tile = 0; tile < tiles; tile++) {
            outputsOfTile(
                    outputs, offset, from, start + tile * LANES, productStep, to, toStart + tile * outputs * LANES);
        }
    }

    private static void outputsOfTile(
            int outputs, float offset, float[] from, int at, int step, float[] to, int target) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);
        FloatVector a = FloatVector.fromArray(SPECIES, from, at + step);
        FloatVector b = FloatVector.fromArray(SPECIES, from, at + 2 * step);
        a = a.fma(one, FloatVector.broadcast(SPECIES, offset));
        FloatVector sum1 = b.fma(one, a);
        FloatVector difference1 = b.fma(minusOne, a);
        a = FloatVector.fromArray(SPECIES, from, at + 3 * step);
        b = FloatVector.fromArray(SPECIES, from, at + 4 * step);
        FloatVector sum2 = b.fma(one, a);
        FloatVector difference2 = b.fma(minusOne, a);
        a = FloatVector.fromArray(SPECIES, from, at + 5 * step);
        b = FloatVector.fromArray(SPECIES, from, at + 6 * step);
        FloatVector sum3 = b.fma(one, a);
        FloatVector difference3 = b.fma(minusOne, a);
        FloatVector zero = FloatVector.fromArray(SPECIES, from, at);
        FloatVector infinity = FloatVector.fromArray(SPECIES, from, at + 7 * step);

        zero.fma(one, sum3.fma(one, sum2.fma(one, sum1))).intoArray(to, target);
        FloatVector power = FloatVector.broadcast(SPECIES, 2);
        FloatVector inverse = FloatVector.broadcast(SPECIES, 1f / 2);
        FloatVector odd = difference3.fma(inverse, difference2.fma(power, difference1));
        if (outputs == 2) {
            infinity.fma(one, odd).intoArray(to, target + LANES);
            return;
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
            return;
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

    @Override
    public void gradients(
            int outputs, float[] from, int start, float[] to, int toStart, int toStep, int factorStep, int tiles) {
        for (int tile = 0; tile < tiles; tile++) {
            gradientsOfTile(outputs, from, start + tile * outputs * LANES, to, toStart + tile * toStep, factorStep);
        }
    }

    private static void gradientsOfTile(int outputs, float[] from, int at, float[] to, int target, int step) {
        FloatVector zero = FloatVector.zero(SPECIES);
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
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector minusOne = FloatVector.broadcast(SPECIES, -1);
        x0.intoArray(to, target);
        last.intoArray(to, target + 7 * step);

        FloatVector even = x4.fma(one, x2.fma(one, x0));
        FloatVector odd = x5.fma(one, x3.fma(one, x1));
        odd.fma(one, even).intoArray(to, target + step);
        odd.fma(minusOne, even).intoArray(to, target + 2 * step);

        FloatVector square = FloatVector.broadcast(SPECIES, 4);
        FloatVector point = FloatVector.broadcast(SPECIES, 2);
        even = x4.fma(square, x2).fma(square, x0);
        odd = x5.fma(square, x3).fma(square, x1);
        odd.fma(point, even).intoArray(to, target + 3 * step);
        odd.fma(FloatVector.broadcast(SPECIES, -2), even).intoArray(to, target + 4 * step);

        square = FloatVector.broadcast(SPECIES, .25f);
        point = FloatVector.broadcast(SPECIES, .5f);
        even = x4.fma(square, x2).fma(square, x0);
        odd = x5.fma(square, x3).fma(square, x1);
        odd.fma(point, even).intoArray(to, target + 5 * step);
        odd.fma(FloatVector.broadcast(SPECIES, -.5f), even).intoArray(to, target + 6 * step);
    }
}
