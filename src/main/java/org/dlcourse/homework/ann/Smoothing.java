package org.dlcourse.homework.ann;

/** How many points a drawn curve averages over. */
public final class Smoothing {
    /** This part of the recorded points, and a few at least. */
    private static final int PART = 40;

    private static final int LEAST = 5;

    private Smoothing() {}

    /** For a curve of so many points. */
    public static int window(int points) {
        return Math.max(LEAST, points / PART);
    }
}
