package org.dlcourse.kit;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The accuracy of guessing, which a network that has learnt anything exceeds.
 *
 * <pre>{@code
 * Bound learnt = Bound.above(ChanceLevel.upperEnd(10, 1000));
 * assertThat(learnt.holds().test(.2)).isTrue();
 * assertThat(learnt.holds().test(.12)).isFalse();
 * }</pre>
 */
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

    /**
     * The accuracy that guessing among classes stays below: three standard errors above its mean.
     *
     * @param classes number of classes
     * @param examples number of examples that the accuracy is measured on
     * @return a fraction of the examples, at most 1
     */
    public static double upperEnd(int classes, int examples) {
        return above(1.0 / classes, examples);
    }

    /**
     * The accuracy that always naming the most frequent class stays below, for classes that differ in size.
     *
     * @param labels the class of each example
     * @return a fraction of the examples, at most 1
     */
    public static double upperEnd(int[] labels) {
        return above(mostFrequent(labels), labels.length);
    }

    /**
     * The accuracy of always naming the most frequent class.
     *
     * @param labels the class of each example
     * @return a fraction of the examples
     */
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
