package org.dlcourse.vector;

import java.util.stream.IntStream;

/**
 * Winograd's minimal filtering along a row: a tile of neighbouring values of a correlation with a filter's taps, from eight
 * products in place of {@code outputs * taps}.
 *
 * <p>By Toom and Cook's interpolation at 0, 1, -1, 2, -2, 1/2, -1/2 and infinity (Lavin and Gray, "Fast Algorithms for
 * Convolutional Neural Networks", 2016): inputs and outputs are those of a product of polynomials, transposed.
 *
 * @param outputs of a tile, 6, 4 or 2
 * @param taps of the filter, 3, 5 or 7
 */
record WinogradTransform(int outputs, int taps) {
    static final int PRODUCTS = 8;

    private static final double[] POINTS = {0, 1, -1, 2, -2, .5, -.5};

    private static final int MOST_TAPS = 7;

    /** By the number of taps, the product and the tap. */
    private static final double[][][] COEFFICIENTS = IntStream.rangeClosed(0, MOST_TAPS)
            .mapToObj(WinogradTransform::coefficients)
            .toArray(double[][][]::new);

    WinogradTransform {
        if (!fits(taps) || outputs != PRODUCTS - taps + 1) {
            throw new IllegalArgumentException("There are " + PRODUCTS
                    + " products for 6, 4 or 2 outputs of 3, 5 or 7 taps, not for " + outputs + " of " + taps + ".");
        }
    }

    static WinogradTransform withTaps(int taps) {
        return new WinogradTransform(PRODUCTS - taps + 1, taps);
    }

    /** Whether there is a transform for this number of taps. */
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
        double[] coefficients = COEFFICIENTS[taps][product];
        double factor = 0;
        for (int tap = 0; tap < coefficients.length; tap++) {
            factor += coefficients[tap] * weights[from + tap];
        }
        return factor;
    }

    /** What a tap counts in the filter's factor of a product. */
    double coefficient(int product, int tap) {
        return COEFFICIENTS[taps][product][tap];
    }

    /** The powers of the points, each over the product of the point's differences to the others; last, infinity's. */
    private static double[][] coefficients(int taps) {
        double[][] coefficients = new double[PRODUCTS][taps];
        for (int point = 0; point < POINTS.length; point++) {
            double differences = 1;
            for (int other = 0; other < POINTS.length; other++) {
                differences *= other == point ? 1 : POINTS[point] - POINTS[other];
            }
            for (int tap = 0; tap < taps; tap++) {
                coefficients[point][tap] = Math.pow(POINTS[point], tap) / differences;
            }
        }
        if (taps > 0) {
            coefficients[POINTS.length][taps - 1] = 1;
        }
        return coefficients;
    }
}
