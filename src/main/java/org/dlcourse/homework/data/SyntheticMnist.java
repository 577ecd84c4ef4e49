package org.dlcourse.homework.data;

import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.mnist.MnistIdx;
import org.dlcourse.util.SeededRandom;

/**
 * A synthetic substitute for MNIST if its files are not there: 28x28 gray digits, white on black, drawn by seeded code.
 *
 * <p>Each digit is a stroke whose points are moved at random, with rounded corners, slightly rotated, sheared, scaled and
 * shifted, drawn with a pen of random width, blurred and covered with noise. So the digits vary more than those of {@link
 * SyntheticDigits}, and a network that was trained on few of them misclassifies many others.
 */
public final class SyntheticMnist {
    /** Seed of the published images; it belongs to the data, not to an experiment. */
    private static final long SEED = 19_981_102L;

    private static final int SIDE = MnistIdx.SIDE;
    private static final int PLANE = SIDE * SIDE;
    private static final double WOBBLE = 0.055;
    private static final double ANGLE = Math.toRadians(10);
    private static final double SLANT = 0.2;
    private static final double SHIFT = 1.0;
    private static final double NOISE = 16;

    private SyntheticMnist() {}

    /** Draws the data set; the same counts give the same bytes on every machine. The digits alternate. */
    public static ImageDataset draw(int trainingImages, int testImages) {
        return new ImageDataset(
                "MNIST",
                ImageDataset.Origin.SYNTHETIC,
                MnistIdx.CLASSES,
                images("training", trainingImages),
                images("test", testImages));
    }

    private static LabelledImages images(String partition, int count) {
        byte[] pixels = new byte[count * PLANE];
        int[] labels =
                IntStream.range(0, count).map(i -> i % MnistIdx.CLASSES.size()).toArray();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> draw(labels[i], SeededRandom.of(SEED, partition + i), pixels, i * PLANE));
        return new LabelledImages(pixels, labels, 1, SIDE, SIDE);
    }

    private static void draw(int digit, Random random, byte[] pixels, int offset) {
        Stroke stroke = handwritten(digit, random);
        double pen = 0.8 + random.nextDouble();
        double brightness = 170 + 85 * random.nextDouble();
        double blur = 0.25 * random.nextDouble();
        double[] ink = new double[PLANE];
        for (int i = 0; i < PLANE; i++) {
            double distance = stroke.distance(i % SIDE + 0.5, i / SIDE + 0.5);
            ink[i] = Math.max(0, Math.min(1, pen - distance + 0.5));
        }
        ink = blurred(blurred(ink, blur, 1), blur, SIDE);
        for (int i = 0; i < PLANE; i++) {
            double value = brightness * ink[i] + NOISE * random.nextGaussian();
            pixels[offset + i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
    }

    /** The digit in a random handwriting, in pixels. */
    private static Stroke handwritten(int digit, Random random) {
        double angle = ANGLE * random.nextGaussian();
        double slant = SLANT * random.nextGaussian();
        double height = 15 + 6 * random.nextDouble();
        double width = 8 + 9 * random.nextDouble();
        double centreX = SIDE / 2.0 + SHIFT * random.nextGaussian();
        double centreY = SIDE / 2.0 + SHIFT * random.nextGaussian();
        return Stroke.ofDigit(digit)
                .map((across, down) -> {
                    double y = (down - 0.5 + WOBBLE * random.nextGaussian()) * height;
                    double x = (across - 0.5 + WOBBLE * random.nextGaussian()) * width - slant * y;
                    return new double[] {
                        centreX + x * StrictMath.cos(angle) - y * StrictMath.sin(angle),
                        centreY + x * StrictMath.sin(angle) + y * StrictMath.cos(angle)
                    };
                })
                .rounded()
                .rounded();
    }

    /**
     * Each pixel mixed with its two neighbours in one direction; beyond the edges all is black.
     *
     * @param fraction of each neighbour
     * @param step from a pixel to its neighbour: 1 or the side
     */
    private static double[] blurred(double[] ink, double fraction, int step) {
        double[] blurred = new double[ink.length];
        for (int i = 0; i < ink.length; i++) {
            int index = i / step % SIDE;
            double before = index > 0 ? ink[i - step] : 0;
            double after = index < SIDE - 1 ? ink[i + step] : 0;
            blurred[i] = (1 - 2 * fraction) * ink[i] + fraction * (before + after);
        }
        return blurred;
    }
}
