package org.dlcourse.dataset;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Drawn digits, 28x28 gray, white on black: strokes under a random affine change, by seeded code and without fonts.
 *
 * <p>The stand-in for scanned digits where their files are not at hand.
 */
public final class SyntheticDigits {
    private static final int SIDE = 28;
    private static final int DIGITS = 10;
    private static final long SEED = 19_981_101L;
    private static final double PEN = 1.35;

    /** Strokes of each digit as x, y, x, y, ... in a box from 0 to 1, y downwards. */
    private static final double[][] STROKES = {
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

    private SyntheticDigits() {}

    /** Draws digits, 0 to 9 in turns; the same count gives the same bytes everywhere. */
    public static LabelledImages draw(int count) {
        byte[] pixels = new byte[count * SIDE * SIDE];
        int[] labels = IntStream.range(0, count).map(i -> i % DIGITS).toArray();
        for (int i = 0; i < count; i++) {
            draw(STROKES[labels[i]], SeededRandom.of(SEED, "digit" + i), pixels, i * SIDE * SIDE);
        }
        return new LabelledImages(pixels, labels, 1, SIDE, SIDE);
    }

    private static void draw(double[] stroke, Random random, byte[] pixels, int offset) {
        double[] points = placed(stroke, random);
        double pen = PEN * (0.85 + 0.4 * random.nextDouble());
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = Double.POSITIVE_INFINITY;
                for (int p = 0; p + 3 < points.length; p += 2) {
                    distance = Math.min(
                            distance, distance(x + .5, y + .5, points[p], points[p + 1], points[p + 2], points[p + 3]));
                }
                double ink = Math.max(0, Math.min(1, pen - distance + 0.5));
                pixels[offset + y * SIDE + x] = (byte) Math.round(255 * ink);
            }
        }
    }

    /** The stroke turned, slanted, scaled and moved a little, in pixels. */
    private static double[] placed(double[] stroke, Random random) {
        double angle = Math.toRadians(8) * random.nextGaussian();
        double slant = 0.15 * random.nextGaussian();
        double height = 18 + 2 * random.nextDouble();
        double width = 12 + 3 * random.nextDouble();
        double centreX = SIDE / 2.0 + random.nextGaussian();
        double centreY = SIDE / 2.0 + random.nextGaussian();
        double[] points = new double[stroke.length];
        for (int p = 0; p < stroke.length; p += 2) {
            double y = (stroke[p + 1] - .5) * height;
            double x = (stroke[p] - .5) * width - slant * y;
            points[p] = centreX + x * StrictMath.cos(angle) - y * StrictMath.sin(angle);
            points[p + 1] = centreY + x * StrictMath.sin(angle) + y * StrictMath.cos(angle);
        }
        return points;
    }

    /** From a point to a segment. */
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
        double clamped = Math.max(0, Math.min(1, along));
        return StrictMath.hypot(x - fromX - clamped * dx, y - fromY - clamped * dy);
    }
}
