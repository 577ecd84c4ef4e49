package org.dlcourse.figure;

import java.awt.Color;

/**
 * Colours for the numbers from one bound to another.
 *
 * @param lower number of the first colour
 * @param upper number of the last colour
 * @param stops colours at equal distances from lower to upper; those between are mixed
 */
public record ColourScale(double lower, double upper, Color... stops) {
    /** Black to white. */
    public static ColourScale gray(double lower, double upper) {
        return new ColourScale(lower, upper, Color.BLACK, Color.WHITE);
    }

    /** White for the lower end, ever darker blue to the upper. */
    public static ColourScale sequential(double lower, double upper) {
        return new ColourScale(
                lower, upper, Color.WHITE, new Color(0x9ECAE1), new Color(0x3182BD), new Color(0x08306B));
    }

    /** Blue for negative, white for 0, red for positive numbers. */
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

    /** The colour of a number, the end's colour if it lies beyond. */
    public Color colour(double value) {
        double place = upper == lower ? 0.5 : (value - lower) / (upper - lower);
        double stop = Math.max(0, Math.min(1, place)) * (stops.length - 1);
        int below = Math.min((int) stop, stops.length - 2);
        double part = stop - below;
        Color from = stops[below];
        Color to = stops[below + 1];
        return new Color(
                mix(from.getRed(), to.getRed(), part),
                mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
