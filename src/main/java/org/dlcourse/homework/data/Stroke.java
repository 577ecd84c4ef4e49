package org.dlcourse.homework.data;

/**
 * A polyline, drawn with a pen without lifting it.
 *
 * @param points x, y, x, y, ..., y downwards
 */
record Stroke(double[] points) {
    /** The digits as x, y, x, y, ... in the unit square, y downwards. */
    private static final double[][] DIGITS = {
        {.5, 0, .2, .12, .08, .5, .2, .88, .5, 1, .8, .88, .92, .5, .8, .12, .5, 0},
        {.25, .2, .55, 0, .55, 1},
        {.1, .22, .3, .03, .65, .02, .88, .2, .82, .45, .1, 1, .92, 1},
        {.12, .1, .5, 0, .85, .15, .82, .38, .42, .48, .85, .6, .9, .85, .5, 1, .1, .88},
        {.7, 1, .7, 0, .08, .68, .95, .68},
        {.85, 0, .2, 0, .15, .45, .6, .38, .9, .62, .82, .9, .45, 1, .1, .88},
        {.8, .05, .4, .12, .12, .55, .2, .9, .55, 1, .86, .82, .8, .55, .5, .45, .15, .62},
        {.08, .02, .92, .02, .4, 1},
        {
            .5, .46, .18, .3, .25, .06, .5, 0, .75, .06, .82, .3, .5, .46, .12, .68, .2, .93, .5, 1, .8, .93, .88, .68,
            .5, .46
        },
        {.86, .36, .5, .52, .18, .4, .15, .14, .5, 0, .82, .12, .86, .36, .7, 1},
    };

    /** A mapping of points. */
    @FunctionalInterface
    interface Mapping {
        /** The x and y of the image of a point. */
        double[] of(double x, double y);
    }

    /** A digit from 0 to 9 in the unit square. */
    static Stroke ofDigit(int digit) {
        return new Stroke(DIGITS[digit]);
    }

    /** The stroke with every point mapped, in order. */
    Stroke map(Mapping mapping) {
        double[] moved = new double[points.length];
        for (int p = 0; p < points.length; p += 2) {
            System.arraycopy(mapping.of(points[p], points[p + 1]), 0, moved, p, 2);
        }
        return new Stroke(moved);
    }

    /** The stroke after one step of corner cutting (G. Chaikin, 1974), which converges to a curve; its ends do not move. */
    Stroke rounded() {
        int last = points.length - 2;
        double[] cut = new double[2 * last];
        System.arraycopy(points, 0, cut, 0, 2);
        System.arraycopy(points, last, cut, cut.length - 2, 2);
        for (int p = 2; p < last; p += 2) {
            for (int i = 0; i < 2; i++) {
                cut[2 * p - 2 + i] = 0.75 * points[p + i] + 0.25 * points[p - 2 + i];
                cut[2 * p + i] = 0.75 * points[p + i] + 0.25 * points[p + 2 + i];
            }
        }
        return new Stroke(cut);
    }

    /** The distance of a point from the stroke. */
    double distance(double x, double y) {
        double distance = Double.POSITIVE_INFINITY;
        for (int p = 0; p + 3 < points.length; p += 2) {
            distance = Math.min(distance, distance(x, y, points[p], points[p + 1], points[p + 2], points[p + 3]));
        }
        return distance;
    }

    /** The distance of a point from a segment. */
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
        double clamped = Math.max(0, Math.min(1, along));
        return StrictMath.hypot(x - fromX - clamped * dx, y - fromY - clamped * dy);
    }
}
