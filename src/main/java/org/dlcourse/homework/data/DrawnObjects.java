package org.dlcourse.homework.data;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.util.SeededRandom;

/**
 * Square colour images of ten classes, drawn by seeded code.
 *
 * <p>Each image shows one object of its class (a shape or a texture) at a random place, in a random size, slightly turned,
 * lighter or darker than what is behind it, with a smaller object of any class as a distraction, noise, and a background
 * that is shaded across the image. So the class lies in local structure whose place and sign vary: what a convolution
 * shares over places and a perceptron has to learn place by place. Two weak hints are left to every net: the direction
 * of the background's shading and the object's hue lean towards the class, so that perceptrons beat chance and colour
 * helps.
 *
 * @param seed belongs to the data set, not to an experiment
 * @param side pixels; objects and noise grow with it, so that larger images are not easier
 */
record DrawnObjects(long seed, int side) {
    static final List<String> CLASSES = List.of(
            "disc",
            "ring",
            "square",
            "frame",
            "plus",
            "saltire",
            "horizontal stripes",
            "vertical stripes",
            "diagonal stripes",
            "chequers");
    private static final int CHANNELS = 3;
    /** The side that lengths in pixels are meant for. */
    private static final double REFERENCE_SIDE = 32;

    private static final double SHADING_SPREAD = Math.toRadians(62);
    private static final double HUE_SPREAD = 0.18;
    private static final double NOISE = 12;

    /** The first so many images of this part; classes take turns. */
    LabelledImages images(String part, int count) {
        byte[] pixels = new byte[count * CHANNELS * side * side];
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> draw(labels[i], SeededRandom.of(seed, part + i), pixels, i * CHANNELS * side * side));
        return new LabelledImages(pixels, labels, CHANNELS, side, side);
    }

    private void draw(int label, Random random, byte[] pixels, int offset) {
        double scale = side / REFERENCE_SIDE;
        double shadingAngle = 2 * Math.PI * label / CLASSES.size() + SHADING_SPREAD * random.nextGaussian();
        double shadingX = StrictMath.cos(shadingAngle);
        double shadingY = StrictMath.sin(shadingAngle);
        double shading = 25 + 40 * random.nextDouble();
        double[] background = colour(random.nextDouble(), 0.25, 90 + 76 * random.nextDouble());
        Patch object = Patch.random(label, random, side, 6.0, 10.0);
        Patch distraction = Patch.random(random.nextInt(CLASSES.size()), random, side, 2.5, 5.5);
        double hue = (double) label / CLASSES.size() + HUE_SPREAD * random.nextGaussian();
        double[] objectColour = colour(hue, 0.5, sign(random) * (8 + 112 * StrictMath.pow(random.nextDouble(), 1.25)));
        double[] distractionColour = colour(random.nextDouble(), 0.5, sign(random) * (30 + 40 * random.nextDouble()));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double across = (x - side / 2.0) / side * shadingX + (y - side / 2.0) / side * shadingY;
                double inObject = object.coverage(x, y);
                double inDistraction = distraction.coverage(x, y) * (1 - inObject);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double value = background[channel]
                            + 2 * shading * across
                            + inObject * objectColour[channel]
                            + inDistraction * distractionColour[channel]
                            + NOISE * scale * random.nextGaussian();
                    pixels[offset + (channel * side + y) * side + x] =
                            (byte) Math.max(0, Math.min(255, Math.round(value)));
                }
            }
        }
    }

    private static int sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Red, green and blue around a level; hue goes once round from 0 to 1. */
    private static double[] colour(double hue, double saturation, double level) {
        double[] colour = new double[CHANNELS];
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] = level * (1 + saturation * StrictMath.cos(2 * Math.PI * (hue - channel / 3.0)));
        }
        return colour;
    }

    /** One object: its class and where it lies. */
    private record Patch(
            int label, double centreX, double centreY, double radius, double angle, double stripe, double phase) {
        private static final double STRIPE = 4.6;
        private static final double LARGEST_TURN = Math.toRadians(10);
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
                    LARGEST_TURN * (2 * random.nextDouble() - 1),
                    scale * STRIPE,
                    scale * STRIPE * random.nextDouble());
        }

        /** How much of the pixel the object covers, from 0 to 1. */
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

        /** Whether the object, upright around the origin, contains the point. */
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
