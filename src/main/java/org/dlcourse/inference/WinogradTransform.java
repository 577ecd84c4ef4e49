package org.dlcourse.inference;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Winograd's minimal filtering along a row: a tile of neighbouring values of a correlation with a filter's taps, from eight
 * products in place of {@code outputs * taps}.
 *
 * <p>By Toom and Cook's interpolation at 0, 1, -1, 2, -2, 1/2, -1/2 and infinity (Lavin and Gray, "Fast Algorithms for
 * Convolutional Neural Networks", 2016): inputs and outputs are those of a product of polynomials, transposed.
 *
 * <p>Everything is a product and a sum, rounded once: with other operations beside them, Java's compiler at times kept vectors
 * as objects, which took three times as long.
 *
 * @param outputs of a tile, 6, 4 or 2
 * @param taps of the filter, 3, 5 or 7
 */
record WinogradTransform(int outputs, int taps) {
    static final int PRODUCTS = 8;

    private static final int LANES = WeightedSums.LANES;
    private static final VectorSpecies<Float> SPECIES = WeightedSums.SPECIES;
    private static final double[] POINTS = {0, 1, -1, 2, -2, .5, -.5};

    WinogradTransform {
        if (!fits(taps) || outputs != PRODUCTS - taps + 1) {
            throw new IllegalArgumentException("There are " + PRODUCTS
                    + " products for 6, 4 or 2 outputs of 3, 5 or 7 taps, not for " + outputs + " of " + taps + ".");
        }
    }

    static WinogradTransform withTaps(int taps) {
        return new WinogradTransform(PRODUCTS - taps + 1, taps);
    }

    /** Whether there is a transform for so many taps. */
    static boolean fits(int taps) {
        return taps == 3 || taps == 5 || taps == 7;
    }

    /** How many tiles cover a row. */
    int tiles(int width) {
        return (width + outputs - 1) / outputs;
    }

    /** The pixels of the input that the tiles of a row need. */
    int inputRow(int width) {
        return tiles(width) * outputs + taps - 1;
    }

    /** The pixels of the output that the tiles of a row make. */
    int outputRow(int width) {
        return tiles(width) * outputs;
    }

    /** The filter's factor of a product: its polynomial's value at the point, over the point's differences to the others. */
    double filter(int product, float[] weights, int from) {
        if (product == POINTS.length) {
            return weights[from + taps - 1];
        }
        double value = 0;
        for (int tap = taps - 1; tap >= 0; tap--) {
            value = value * POINTS[product] + weights[from + tap];
        }
        for (int other = 0; other < POINTS.length; other++) {
            value /= other == product ? 1 : POINTS[product] - POINTS[other];
        }
        return value;
    }

    /**
     * The inputs' factors of the products: the coefficients of the polynomials that are zero at all points but one.
     *
     * @param at of the first of eight neighbouring vectors
     * @param target of the first factor
     * @param step from one factor to the next, in floats
     */
    static void inputs(float[] from, int at, float[] to, int target, int step) {
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

    /**
     * A tile from its products, with an offset: the values of powers at the points, summed up.
     *
     * @param at of the first product
     * @param step from one product to the next, in floats
     * @param target of the first of the neighbouring vectors of the tile
     */
    void outputs(float[] from, int at, int step, float offset, float[] to, int target) {
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
}
