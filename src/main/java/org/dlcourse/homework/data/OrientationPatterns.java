package org.dlcourse.homework.data;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.util.SeededRandom;

/**
 * Gray 28x28 images of two classes that differ by the orientation of their edges alone.
 *
 * <p>Each image shows a square patch of parallel bars on a dark background, with mild noise. Images {@code 2i} and {@code 2i + 1}
 * are a pair with the same position, size, contrast and bars, horizontal in the first and vertical in the second; one pattern
 * is the other's transpose about its centre. So both classes have exactly the same positions and, apart from the noise, the
 * same pixel values, and neither position nor brightness distinguishes them. Split the images at an even index: if a pair is
 * separated, the image in the training set reveals the class of the other one from its position.
 *
 * @param images [images, 1, 28, 28]; labels are indices into {@link #CLASSES} and alternate
 * @param rows of each pattern's centre, from 0 at the top
 * @param columns of each pattern's centre, from 0 on the left
 */
public record OrientationPatterns(LabelledImages images, int[] rows, int[] columns) {
    /** The classes, by label. */
    public static final List<String> CLASSES = List.of("horizontal edges", "vertical edges");

    private static final int SIDE = 28;
    private static final int PLANE = SIDE * SIDE;
    private static final int SMALLEST_RADIUS = 4;
    private static final int LARGEST_RADIUS = 6;
    private static final int SHORTEST_PERIOD = 4;
    private static final int WIDTH = 2;
    private static final int BACKGROUND = 40;
    private static final double NOISE = 8;

    /**
     * Draws images, half of each class; the same count and seed give the same bytes on every machine.
     *
     * @throws DataException if the count is odd
     */
    public static OrientationPatterns draw(int count, long seed) {
        if (count % CLASSES.size() != 0) {
            throw new DataException(
                    "Patterns come in pairs, one of each orientation; " + count + " is odd. Ask for an even number.");
        }
        byte[] pixels = new byte[count * PLANE];
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
        int[] rows = new int[count];
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            Bars bars = Bars.random(SeededRandom.of(seed, "pattern pair" + i / CLASSES.size()));
            rows[i] = bars.row();
            columns[i] = bars.column();
            draw(bars, labels[i] == 0, SeededRandom.of(seed, "pattern noise" + i), pixels, i * PLANE);
        }
        return new OrientationPatterns(new LabelledImages(pixels, labels, 1, SIDE, SIDE), rows, columns);
    }

    private static void draw(Bars bars, boolean isHorizontal, Random noise, byte[] pixels, int offset) {
        for (int i = 0; i < PLANE; i++) {
            int down = i / SIDE - bars.row();
            int right = i % SIDE - bars.column();
            double light = isHorizontal ? bars.light(down, right) : bars.light(right, down);
            double value = BACKGROUND + light + NOISE * noise.nextGaussian();
            pixels[offset + i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
    }

    /** Parallel bars in a square patch: its centre and radius, and the bars' contrast, period and phase. */
    private record Bars(int row, int column, int radius, double contrast, int period, int phase) {
        static Bars random(Random random) {
            // The same range for all radii, so that the position is independent of the size.
            int range = SIDE - 2 * LARGEST_RADIUS;
            int period = SHORTEST_PERIOD + random.nextInt(2);
            return new Bars(
                    LARGEST_RADIUS + random.nextInt(range),
                    LARGEST_RADIUS + random.nextInt(range),
                    SMALLEST_RADIUS + random.nextInt(LARGEST_RADIUS - SMALLEST_RADIUS + 1),
                    110 + 90 * random.nextDouble(),
                    period,
                    random.nextInt(period));
        }

        /**
         * The brightness that the bars add to a pixel.
         *
         * @param across distance from the centre across the bars
         * @param along distance from the centre along the bars
         */
        double light(int across, int along) {
            boolean isInside = Math.max(Math.abs(across), Math.abs(along)) <= radius;
            return isInside && Math.floorMod(across + phase, period) < WIDTH ? contrast : 0;
        }
    }
}
