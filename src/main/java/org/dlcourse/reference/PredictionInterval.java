package org.dlcourse.reference;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Where the mean of new repeats lies with a stated probability, if they and the recorded ones are of one normal distribution: recorded mean
 * ± t s √(1/n + 1/m), with Student's t of n − 1 degrees of freedom (Hahn and Meeker, Statistical Intervals, Wiley 1991, chapter 4).
 *
 * @param mean of the recorded repeats
 * @param halfWidth of the interval
 */
public record PredictionInterval(double mean, double halfWidth) {
    /** With fewer repeats their spread is not known well enough to say anything. */
    public static final int LEAST_REPEATS = 3;

    /**
     * The two-sided interval.
     *
     * @param recorded values of n repeats, at least {@value #LEAST_REPEATS}, that are not all equal
     * @param repeats m, how many new ones are averaged
     * @param confidence probability that their mean is inside
     */
    public static PredictionInterval of(double[] recorded, int repeats, double confidence) {
        if (!isKnown(recorded)) {
            throw new IllegalArgumentException("The spread of " + Arrays.toString(recorded)
                    + " is not known: expected at least " + LEAST_REPEATS + " finite values that are not all equal.");
        }
        SummaryStatistics statistics = new SummaryStatistics();
        Arrays.stream(recorded).forEach(statistics::addValue);
        double quantile = new TDistribution(recorded.length - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
        return new PredictionInterval(
                statistics.getMean(),
                quantile * statistics.getStandardDeviation() * Math.sqrt(1.0 / recorded.length + 1.0 / repeats));
    }

    /** Whether the spread of repeats is known from these values. */
    static boolean isKnown(double[] recorded) {
        return recorded.length >= LEAST_REPEATS
                && Arrays.stream(recorded).allMatch(Double::isFinite)
                && Arrays.stream(recorded).distinct().count() > 1;
    }

    /** The lower end. */
    public double lower() {
        return mean - halfWidth;
    }

    /** The upper end. */
    public double upper() {
        return mean + halfWidth;
    }
}
