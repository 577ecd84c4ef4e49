package org.dlcourse.figure;

import java.awt.Color;

/**
 * A colour for each number of an interval.
 *
 * @param lower lower end of the interval, with the first colour
 * @param upper upper end of the interval, with the last colour
 * @param stops colours at equal distances from lower to upper, with linear interpolation between them
 */
public record ColourScale(double lower, double upper, Color... stops) {
    /** From black at the lower end to white at the upper. */
    public static ColourScale gray(double lower, double upper) {
        return new ColourScale(lower, upper, Color.BLACK, Color.WHITE);
    }

    /** From white at the lower end to dark blue at the upper. */
    public static ColourScale sequential(double lower, double upper) {
        return new ColourScale(
                lower, upper, Color.WHITE, new Color(0x9ECAE1), new Color(0x3182BD), new Color(0x08306B));
    }

    /** Blue for negative numbers, white for 0, red for positive numbers; darkest at minus and plus the bound. */
    public static ColourScale diverging(double bound) {
        return new ColourScale(
                -bound,
                bound,
                new Color(0x053061),
                new Color(0x4393C3),
                new Color(0xF7F7F7),
                new Color(0xD6604D),
                new Color(0x67001F));
    }

    /** The colour of a number; numbers beyond an end have the colour of that end. */
    public Color colour(double value) {
        double fraction = upper == lower ? 0.5 : (value - lower) / (upper - lower);
        double stop = Math.max(0, Math.min(1, fraction)) * (stops.length - 1);
        int below = Math.min((int) stop, stops.length - 2);
        double weight = stop - below;
        Color from = stops[below];
        Color to = stops[below + 1];
        return new Color(
                mix(from.getRed(), to.getRed(), weight),
                mix(from.getGreen(), to.getGreen(), weight),
                mix(from.getBlue(), to.getBlue(), weight));
    }

    private static int mix(int from, int to, double weight) {
        return (int) Math.round(from + weight * (to - from));
    }
}
