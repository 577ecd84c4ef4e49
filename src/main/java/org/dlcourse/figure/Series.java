package org.dlcourse.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line or a set of points of a chart.
 *
 * @param name name of the series
 * @param x horizontal values
 * @param y vertical values, one for each x
 * @param colour colour of the line, points and band
 * @param style style of the line or points
 * @param band band around the line, if any
 */
public record Series(String name, double[] x, double[] y, Color colour, Style style, Optional<Band> band) {
    /** The style of a series. */
    public enum Style {
        SOLID,
        DASHED,
        POINTS,
        SMALL_POINTS,
        /** Small translucent points, for large numbers of them. */
        DOTS
    }

    /**
     * The area between two curves.
     *
     * @param lower lower values, one for each x
     * @param upper upper values, one for each x
     */
    public record Band(double[] lower, double[] upper) {
        /** The band with both curves smoothed. */
        Band smoothed(int window) {
            return new Band(movingAverage(lower, window), movingAverage(upper, window));
        }
    }

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " x and " + y.length + " y.");
        }
    }

    /** A series without a band. */
    public Series(String name, double[] x, double[] y, Color colour, Style style) {
        this(name, x, y, colour, style, Optional.empty());
    }

    /** The series with a band between two curves. */
    public Series withBand(double[] lower, double[] upper) {
        return new Series(name, x, y, colour, style, Optional.of(new Band(lower, upper)));
    }

    /** The series with its values and band replaced by centred moving averages over at most {@code window} values. */
    public Series smoothed(int window) {
        return new Series(name, x, movingAverage(y, window), colour, style, band.map(b -> b.smoothed(window)));
    }

    /** The centred moving averages of values: the means over {@code window} values, and over fewer at the ends. */
    public static double[] movingAverage(double[] values, int window) {
        double[] averages = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - (window - 1) / 2);
            int to = Math.min(values.length, i + window / 2 + 1);
            averages[i] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        return averages;
    }
}
