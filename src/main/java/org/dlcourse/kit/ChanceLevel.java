package org.dlcourse.kit;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The accuracy of guessing. */
public final class ChanceLevel {
    private static final int STANDARD_ERRORS = 3;

    /**
     * Accuracies that count as chance.
     *
     * @param lower lower end
     * @param upper upper end
     */
    public record Interval(double lower, double upper) {}

    private ChanceLevel() {}

    /** What guessing among so many classes stays below on so many examples: three standard errors above its mean. */
    public static double upperEnd(int classes, int examples) {
        return above(1.0 / classes, examples);
    }

    /** What always naming their most frequent class stays below on examples with these labels, where classes differ in size. */
    public static double upperEnd(int[] labels) {
        return above(mostFrequent(labels), labels.length);
    }

    /** The fraction of the examples with these labels that are of the most frequent class. */
    public static double mostFrequent(int[] labels) {
        return IntStream.of(labels)
                        .boxed()
                        .collect(Collectors.groupingBy(label -> label, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToLong(count -> count)
                        .max()
                        .orElseThrow()
                / (double) labels.length;
    }

    private static double above(double fraction, int examples) {
        return Math.min(1, fraction + STANDARD_ERRORS * Math.sqrt(fraction * (1 - fraction) / examples));
    }
}
