package org.dlcourse.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.util.SeededRandom;

/**
 * A random split of labelled examples that takes the same number of every class.
 *
 * @param taken indices of the examples taken, ascending
 * @param rest indices of all others, ascending
 */
public record StratifiedSplit(int[] taken, int[] rest) {
    /**
     * Takes {@code perClass} examples of each class at random.
     *
     * @param examples what they are, for the error, such as {@code MNIST's training images}
     * @param labels the number of each example's class
     * @param classes the name of each class
     * @throws DataException if a class has fewer examples
     */
    public static StratifiedSplit of(String examples, int[] labels, List<String> classes, int perClass, Random random) {
        int[] counts = counts(labels, classes.size());
        for (int label = 0; label < classes.size(); label++) {
            if (counts[label] < perClass) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "%s are too few: %,d of the class %s among %,d; at least %,d of each of the %d classes are needed.",
                        examples,
                        counts[label],
                        classes.get(label),
                        labels.length,
                        perClass,
                        classes.size()));
            }
        }
        return ofAtMost(labels, classes.size(), perClass, random);
    }

    /** How many examples each class has. */
    public static int[] counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
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
        return new StratifiedSplit(indices(isTaken, true), indices(isTaken, false));
    }

    private static int[] indices(boolean[] isTaken, boolean wanted) {
        return IntStream.range(0, isTaken.length)
                .filter(place -> isTaken[place] == wanted)
                .toArray();
    }
}
