package org.dlcourse.dataset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random split of labelled examples that takes the same number of every class.
 *
 * @param taken places of the examples taken, ascending
 * @param rest places of all others, ascending
 */
public record StratifiedSplit(int[] taken, int[] rest) {
    /**
     * Takes {@code perClass} examples of each class at random.
     *
     * @throws DataException if a class has fewer examples
     */
    public static StratifiedSplit of(int[] labels, int classes, int perClass, Random random) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        for (int label = 0; label < classes; label++) {
            if (counts[label] < perClass) {
                throw new DataException("Class " + label + " has " + counts[label] + " examples; the split needs "
                        + perClass + " of each class.");
            }
        }
        return ofAtMost(labels, classes, perClass, random);
    }

    /** Takes {@code perClass} examples of each class at random, or all of a class that has fewer. */
    public static StratifiedSplit ofAtMost(int[] labels, int classes, int perClass, Random random) {
        int[] left = new int[classes];
        Arrays.fill(left, perClass);
        boolean[] isTaken = new boolean[labels.length];
        for (int place : SeededRandom.permutation(labels.length, random)) {
            int label = labels[place];
            if (left[label] > 0) {
                left[label]--;
                isTaken[place] = true;
            }
        }
        return new StratifiedSplit(places(isTaken, true), places(isTaken, false));
    }

    private static int[] places(boolean[] isTaken, boolean wanted) {
        return IntStream.range(0, isTaken.length)
                .filter(place -> isTaken[place] == wanted)
                .toArray();
    }
}
