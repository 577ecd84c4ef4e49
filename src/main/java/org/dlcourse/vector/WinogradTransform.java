package org.dlcourse.vector;

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

    /** One over the product of a point's differences to the others. */
    private static final double[] SCALES = scales();

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
        if (product == POINTS.length) {
            return weights[from + taps - 1];
        }
        double value = 0;
        for (int tap = taps - 1; tap >= 0; tap--) {
            value = value * POINTS[product] + weights[from + tap];
        }
        return value * SCALES[product];
    }

    private static double[] scales() {
        double[] scales = new double[POINTS.length];
        for (int point = 0; point < POINTS.length; point++) {
            double differences = 1;
            for (int other = 0; other < POINTS.length; other++) {
                differences *= other == point ? 1 : POINTS[point] - POINTS[other];
            }
            scales[point] = 1 / differences;
        }
        return scales;
    }
}
