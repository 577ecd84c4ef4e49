package org.dlcourse.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line or set of points of a chart.
 *
 * @param name in the legend; series of one name share their entry
 * @param x horizontal values
 * @param y vertical values, as many
 * @param colour of line, points and band
 * @param style how it is drawn
 * @param band around the line, if any
 */
public record Series(String name, double[] x, double[] y, Color colour, Style style, Optional<Band> band) {
    /** How a series is drawn. */
    public enum Style {
        SOLID,
        DASHED,
        POINTS,
        SMALL_POINTS,
        /** Small and translucent, for many. */
        DOTS
    }

    /**
     * The area between two curves.
     *
     * @param lower lower values, one for each x
     * @param upper upper values, one for each x
     */
    public record Band(double[] lower, double[] upper) {
        Band smoothed(int window) {
            return new Band(movingAverage(lower, window), movingAverage(upper, window));
        }
    }

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " x and " + y.length + " y.");
        }
    }

    public Series(String name, double[] x, double[] y, Color colour, Style style) {
        this(name, x, y, colour, style, Optional.empty());
    }

    public Series withBand(double[] lower, double[] upper) {
        return new Series(name, x, y, colour, style, Optional.of(new Band(lower, upper)));
    }

    /** The same with each value replaced by the mean of those around it, so many at most. */
    public Series smoothed(int window) {
        return new Series(name, x, movingAverage(y, window), colour, style, band.map(b -> b.smoothed(window)));
    }

    /** The mean of the values around each place: {@code window} of them, fewer at the ends. */
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
