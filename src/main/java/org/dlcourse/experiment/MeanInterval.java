package org.dlcourse.experiment;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The mean of repeats and its 95 % confidence interval by Student's t.
 *
 * @param mean of the values
 * @param halfWidth of the interval; infinite for a single value, which says nothing about its spread
 * @param count of the values
 */
public record MeanInterval(double mean, double halfWidth, int count) {
    /** The confidence of the interval. */
    public static final double CONFIDENCE = 0.95;

    /** The interval of these values, at least one. */
    public static MeanInterval of(double... values) {
        SummaryStatistics statistics = new SummaryStatistics();
        Arrays.stream(values).forEach(statistics::addValue);
        int count = values.length;
        if (count == 1) {
            return new MeanInterval(values[0], Double.POSITIVE_INFINITY, 1);
        }
        double quantile = new TDistribution(count - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double halfWidth = quantile * statistics.getStandardDeviation() / Math.sqrt(count);
        return new MeanInterval(statistics.getMean(), halfWidth, count);
    }

    /** The lower end of the interval. */
    public double lower() {
        return mean - halfWidth;
    }

    /** The upper end of the interval. */
    public double upper() {
        return mean + halfWidth;
    }

    @Override
    public String toString() {
        return count == 1
                ? String.format(Locale.ROOT, "%.3f (one run)", mean)
                : String.format(Locale.ROOT, "%.3f ± %.3f", mean, halfWidth);
    }
}
