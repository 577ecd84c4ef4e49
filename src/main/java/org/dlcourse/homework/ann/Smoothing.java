package org.dlcourse.homework.ann;

/** The width of the moving average with which curves are drawn. */
public final class Smoothing {
    /** A window holds one fortieth of the recorded points. */
    private static final int WINDOWS_PER_CURVE = 40;

    private static final int SMALLEST_WINDOW = 5;

    private Smoothing() {}

    /**
     * The window for a curve.
     *
     * @param points recorded points of the curve
     * @return number of points to average over
     */
    public static int window(int points) {
        return Math.max(SMALLEST_WINDOW, points / WINDOWS_PER_CURVE);
    }
}
