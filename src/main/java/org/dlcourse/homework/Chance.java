package org.dlcourse.homework;

/** The accuracy of guessing. */
public final class Chance {
    private static final int STANDARD_ERRORS = 3;

    /**
     * Accuracies that count as chance.
     *
     * @param lower lower end
     * @param upper upper end
     */
    public record Interval(double lower, double upper) {}

    private Chance() {}

    /** What guessing among so many classes stays below on so many examples: three standard errors above its mean. */
    public static double upperEnd(int classes, int examples) {
        double chance = 1.0 / classes;
        return chance + STANDARD_ERRORS * Math.sqrt(chance * (1 - chance) / examples);
    }
}
