package org.dlcourse.homework.data;

import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.util.SeededRandom;

/**
 * Drawn digits, 28x28 gray, white on black: strokes under a random affine transformation, by seeded code and without fonts.
 *
 * <p>The synthetic substitute for scanned digits if their files are not there.
 */
public final class SyntheticDigits {
    private static final int SIDE = 28;
    private static final int DIGITS = 10;
    private static final long SEED = 19_981_101L;
    private static final double PEN = 1.35;

    private SyntheticDigits() {}

    /** Draws the digits 0 to 9 in turn; the same count gives the same bytes on every machine. */
    public static LabelledImages draw(int count) {
        byte[] pixels = new byte[count * SIDE * SIDE];
        int[] labels = IntStream.range(0, count).map(i -> i % DIGITS).toArray();
        for (int i = 0; i < count; i++) {
            draw(Stroke.ofDigit(labels[i]), SeededRandom.of(SEED, "digit" + i), pixels, i * SIDE * SIDE);
        }
        return new LabelledImages(pixels, labels, 1, SIDE, SIDE);
    }

    private static void draw(Stroke digit, Random random, byte[] pixels, int offset) {
        Stroke stroke = transformed(digit, random);
        double pen = PEN * (0.85 + 0.4 * random.nextDouble());
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double ink = Math.max(0, Math.min(1, pen - stroke.distance(x + .5, y + .5) + 0.5));
                pixels[offset + y * SIDE + x] = (byte) Math.round(255 * ink);
            }
        }
    }

    /** The stroke, slightly rotated, sheared, scaled and shifted, in pixels. */
    private static Stroke transformed(Stroke digit, Random random) {
        double angle = Math.toRadians(8) * random.nextGaussian();
        double slant = 0.15 * random.nextGaussian();
        double height = 18 + 2 * random.nextDouble();
        double width = 12 + 3 * random.nextDouble();
        double centreX = SIDE / 2.0 + random.nextGaussian();
        double centreY = SIDE / 2.0 + random.nextGaussian();
        return digit.map((across, down) -> {
            double y = (down - .5) * height;
            double x = (across - .5) * width - slant * y;
            return new double[] {
                centreX + x * StrictMath.cos(angle) - y * StrictMath.sin(angle),
                centreY + x * StrictMath.sin(angle) + y * StrictMath.cos(angle)
            };
        });
    }
}
