package org.dlcourse.dataset;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A stand-in for CIFAR-10 where its files are not at hand: 32x32 colour images of ten classes, drawn by seeded code.
 *
 * <p>Each image shows one object of its class (a shape or a texture) at a random place, in a random size, slightly turned,
 * lighter or darker than what is behind it, with a smaller object of any class as a distraction, noise, and a background
 * that is shaded across the image. So the class lies in local structure whose place and sign vary: what a convolution
 * shares over places and a perceptron has to learn place by place. Two weak hints are left to every net: the direction
 * of the background's shading and the object's hue lean towards the class, so that perceptrons beat chance and colour
 * helps.
 */
public final class SyntheticCifar10 {
    /** Seed of the published stand-in; it belongs to the data, not to an experiment. */
    private static final long SEED = 20_100_408L;

    private static final int SIDE = Cifar10Binary.SIDE;
    private static final int PLANE = SIDE * SIDE;
    private static final List<String> CLASSES = List.of(
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
    private static final double SHADING_SPREAD = Math.toRadians(62);
    private static final double HUE_SPREAD = 0.18;
    private static final double NOISE = 12;

    private SyntheticCifar10() {}

    /** Draws the data set; the same counts give the same bytes everywhere. Classes take turns. */
    public static ImageDataset draw(int trainingImages, int testImages) {
        return new ImageDataset(
                "CIFAR-10",
                ImageDataset.Origin.SYNTHETIC,
                CLASSES,
                images("training", trainingImages),
                images("test", testImages));
    }

    private static LabelledImages images(String part, int count) {
        byte[] pixels = new byte[count * Cifar10Binary.CHANNELS * PLANE];
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
        IntStream.range(0, count)
                .parallel()
                .forEach(i ->
                        draw(labels[i], SeededRandom.of(SEED, part + i), pixels, i * Cifar10Binary.CHANNELS * PLANE));
        return new LabelledImages(pixels, labels, Cifar10Binary.CHANNELS, SIDE, SIDE);
    }

    private static void draw(int label, Random random, byte[] pixels, int offset) {
        double shadingAngle = 2 * Math.PI * label / CLASSES.size() + SHADING_SPREAD * random.nextGaussian();
        double shading = 25 + 40 * random.nextDouble();
        double[] background = colour(random.nextDouble(), 0.25, 90 + 76 * random.nextDouble());
        Patch object = Patch.random(label, random, 6.0, 10.0);
        Patch distraction = Patch.random(random.nextInt(CLASSES.size()), random, 2.5, 5.5);
        double hue = (double) label / CLASSES.size() + HUE_SPREAD * random.nextGaussian();
        double[] objectColour = colour(hue, 0.5, sign(random) * (8 + 112 * StrictMath.pow(random.nextDouble(), 1.25)));
        double[] distractionColour = colour(random.nextDouble(), 0.5, sign(random) * (30 + 40 * random.nextDouble()));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double across = (x - SIDE / 2.0) / SIDE * StrictMath.cos(shadingAngle)
                        + (y - SIDE / 2.0) / SIDE * StrictMath.sin(shadingAngle);
                double inObject = object.coverage(x, y);
                double inDistraction = distraction.coverage(x, y) * (1 - inObject);
                for (int channel = 0; channel < Cifar10Binary.CHANNELS; channel++) {
                    double value = background[channel]
                            + 2 * shading * across
                            + inObject * objectColour[channel]
                            + inDistraction * distractionColour[channel]
                            + NOISE * random.nextGaussian();
                    pixels[offset + channel * PLANE + y * SIDE + x] =
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
        double[] colour = new double[Cifar10Binary.CHANNELS];
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] = level * (1 + saturation * StrictMath.cos(2 * Math.PI * (hue - channel / 3.0)));
        }
        return colour;
    }

    /** One object: its class and where it lies. */
    private record Patch(int label, double centreX, double centreY, double radius, double angle, double phase) {
        private static final double STRIPE = 4.6;
        private static final double LARGEST_TURN = Math.toRadians(10);
        private static final int SAMPLES = 2;

        static Patch random(int label, Random random, double smallest, double largest) {
            double radius = smallest + (largest - smallest) * random.nextDouble();
            double range = SIDE - 2 * radius;
            return new Patch(
                    label,
                    radius + range * random.nextDouble(),
                    radius + range * random.nextDouble(),
                    radius,
                    LARGEST_TURN * (2 * random.nextDouble() - 1),
                    STRIPE * random.nextDouble());
        }

        /** How much of the pixel the object covers, from 0 to 1. */
        double coverage(int x, int y) {
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
                case 6 -> box < side && stripe(y);
                case 7 -> box < side && stripe(x);
                case 8 -> box < side && stripe((x + y) / Math.sqrt(2));
                default -> box < side && stripe(x) == stripe(y);
            };
        }

        private boolean stripe(double along) {
            return Math.floorMod((int) Math.floor((along + phase) / STRIPE * 2), 2) == 0;
        }
    }
}
