package org.dlcourse.homework.data;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.util.SeededRandom;

/**
 * Square colour images of ten classes, drawn by seeded code.
 *
 * <p>Each image shows one object of its class (a shape or a texture) at a random position, with a random size, slightly
 * rotated, lighter or darker than the background, with a smaller object of a random class as a distractor, noise, and a
 * background with a gradient of brightness. So the class is determined by local structure whose position and contrast vary:
 * a convolution shares its weights over all positions, a perceptron has to learn every position separately. Two weak cues
 * are there for every network: the axis of the background's gradient and the object's hue correlate with the class, so
 * that perceptrons beat chance and colour helps. The gradient runs one way along its axis in three quarters of the images and
 * the other way in the rest, and objects are as often lighter than the background as darker: an affine map cannot see an
 * axis without a direction, nor a contrast without a sign, and a hidden layer with ReLU can.
 *
 * @param seed belongs to the data set, not to an experiment
 * @param side pixels; objects and noise grow with it, so that larger images are not easier
 * @param leastContrast of an object, in gray levels: how much its mean brightness differs from the background at least
 * @param noise standard deviation of a pixel's noise on images of 32x32, in gray levels
 */
record DrawnObjects(long seed, int side, double leastContrast, double noise) {
    static final List<String> CLASSES = List.of(
            "disc",
            "ring",
            "square",
            "frame",
            "plus",
            "X",
            "horizontal stripes",
            "vertical stripes",
            "diagonal stripes",
            "checkerboard");
    private static final int CHANNELS = 3;
    /** The image side to which lengths in pixels refer. */
    private static final double REFERENCE_SIDE = 32;

    private static final double SHADING_SPREAD = Math.toRadians(20);
    /** The fraction of images whose background becomes darker where others of their class become lighter. */
    private static final double REVERSED = .25;

    private static final double HUE_SPREAD = 0.18;
    private static final double LARGEST_CONTRAST = 120;

    /** The first images of a partition; the classes alternate. */
    LabelledImages images(String partition, int count) {
        byte[] pixels = new byte[count * CHANNELS * side * side];
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
        IntStream.range(0, count)
                .parallel()
                .forEach(
                        i -> draw(labels[i], SeededRandom.of(seed, partition + i), pixels, i * CHANNELS * side * side));
        return new LabelledImages(pixels, labels, CHANNELS, side, side);
    }

    private void draw(int label, Random random, byte[] pixels, int offset) {
        double scale = side / REFERENCE_SIDE;
        double shadingAngle = Math.PI * label / CLASSES.size()
                + SHADING_SPREAD * random.nextGaussian()
                + (random.nextDouble() < REVERSED ? Math.PI : 0);
        double shadingX = StrictMath.cos(shadingAngle);
        double shadingY = StrictMath.sin(shadingAngle);
        double shading = 25 + 40 * random.nextDouble();
        double[] background = colour(random.nextDouble(), 0.25, 90 + 76 * random.nextDouble());
        Patch object = Patch.random(label, random, side, 6.0, 10.0);
        Patch distractor = Patch.random(random.nextInt(CLASSES.size()), random, side, 2.5, 5.5);
        double hue = (double) label / CLASSES.size() + HUE_SPREAD * random.nextGaussian();
        double[] objectColour = colour(hue, 0.5, sign(random) * contrast(random));
        double[] distractorColour = colour(random.nextDouble(), 0.5, sign(random) * (30 + 40 * random.nextDouble()));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double position = (x - side / 2.0) / side * shadingX + (y - side / 2.0) / side * shadingY;
                double inObject = object.coverage(x, y);
                double inDistractor = distractor.coverage(x, y) * (1 - inObject);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double value = background[channel]
                            + 2 * shading * position
                            + inObject * objectColour[channel]
                            + inDistractor * distractorColour[channel]
                            + noise * scale * random.nextGaussian();
                    pixels[offset + (channel * side + y) * side + x] =
                            (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
        }
    }

    /** Faint objects are more frequent than clear ones. */
    private double contrast(Random random) {
        return leastContrast + (LARGEST_CONTRAST - leastContrast) * StrictMath.pow(random.nextDouble(), 1.25);
    }

    private static int sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Red, green and blue around a level; hues from 0 to 1 are a full circle. */
    private static double[] colour(double hue, double saturation, double level) {
        double[] colour = new double[CHANNELS];
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] = level * (1 + saturation * StrictMath.cos(2 * Math.PI * (hue - channel / 3.0)));
        }
        return colour;
    }

    /** One object: its class, position, size, angle and texture. */
    private record Patch(
            int label, double centreX, double centreY, double radius, double angle, double stripe, double phase) {
        private static final double STRIPE = 4.6;
        private static final double LARGEST_ANGLE = Math.toRadians(10);
        private static final int SAMPLES = 2;

        static Patch random(int label, Random random, int side, double smallest, double largest) {
            double scale = side / REFERENCE_SIDE;
            double radius = scale * (smallest + (largest - smallest) * random.nextDouble());
            double range = side - 2 * radius;
            return new Patch(
                    label,
                    radius + range * random.nextDouble(),
                    radius + range * random.nextDouble(),
                    radius,
                    LARGEST_ANGLE * (2 * random.nextDouble() - 1),
                    scale * STRIPE,
                    scale * STRIPE * random.nextDouble());
        }

        /** The fraction of the pixel that the object covers. */
        double coverage(int x, int y) {
            double away = Math.max(Math.abs(x + 0.5 - centreX), Math.abs(y + 0.5 - centreY));
            if (away > 1.5 * radius + 1) {
                return 0;
            }
            int inside = 0;
            for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                double dx = x + (i % SAMPLES + 0.5) / SAMPLES - centreX;
                double dy = y + (i / SAMPLES + 0.5) / SAMPLES - centreY;
                if (StrictMath.hypot(dx, dy) < 1.5 * radius
                        && contains(
                                dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle),
                                dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle))) {
                    inside++;
                }
            }
            return (double) inside / (SAMPLES * SAMPLES);
        }

        /** Whether the object contains the point, relative to its centre and before rotation. */
        private boolean contains(double x, double y) {
            double distance = StrictMath.hypot(x, y);
            double box = Math.max(Math.abs(x), Math.abs(y));
            double diagonal = Math.min(Math.abs(x - y), Math.abs(x + y)) / Math.sqrt(2);
            double side = 0.86 * radius;
            double bar = 0.24 * radius;
            return switch (label) {
                case 0 -> distance < 0.92 * radius;
                case 1 -> distance < radius && distance > 0.62 * radius;
                case 2 -> box < 0.8 * radius;
                case 3 -> box < side && box > 0.54 * radius;
                case 4 -> Math.min(Math.abs(x), Math.abs(y)) < bar && box < radius;
                case 5 -> diagonal < bar && distance < 1.15 * radius;
                case 6 -> box < side && isLight(y);
                case 7 -> box < side && isLight(x);
                case 8 -> box < side && isLight((x + y) / Math.sqrt(2));
                default -> box < side && isLight(x) == isLight(y);
            };
        }

        private boolean isLight(double along) {
            return Math.floorMod((int) Math.floor((along + phase) / stripe * 2), 2) == 0;
        }
    }
}
