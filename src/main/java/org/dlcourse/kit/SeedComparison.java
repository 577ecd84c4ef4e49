package org.dlcourse.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * Whether a number is higher for one sample than for another with the same seeds: Student's paired t-test, one-sided, at the level
 * {@value #ALPHA}.
 *
 * <p>Runs with the same seed see the same images in the same order, so what a seed does to both of them cancels in their difference.
 *
 * <pre>{@code
 * List<Long> seeds = List.of(1L, 2L, 3L);
 * SeedComparison comparison = new SeedComparison(
 *         "test accuracy",
 *         new SeedSample("ReLU", seeds, new double[] {.51, .61, .72}),
 *         new SeedSample("sigmoid", seeds, new double[] {.30, .41, .50}));
 * assertThat(comparison.pValue()).isLessThan(SeedComparison.ALPHA);
 * }</pre>
 *
 * @param metric what is compared, such as "test accuracy"
 * @param higher the sample whose values are claimed to be higher
 * @param lower the other one
 */
public record SeedComparison(String metric, SeedSample higher, SeedSample lower) {
    /** The largest p-value at which the claim counts as shown. */
    public static final double ALPHA = .05;

    /** With fewer, Student's t has a quantile so large that hardly any difference is significant. */
    public static final int FEWEST_SEEDS = 3;

    public SeedComparison {
        if (!higher.seeds().equals(lower.seeds())) {
            throw new IllegalArgumentException(
                    "The seeds of " + higher.name() + " are " + higher.seeds() + " and those of " + lower.name()
                            + " are " + lower.seeds() + ". Expected the same seeds in the same order.");
        }
    }

    /**
     * The differences, higher minus lower, in the order of the seeds.
     *
     * @return one a seed
     */
    public double[] differences() {
        return IntStream.range(0, seeds())
                .mapToDouble(i -> higher.values()[i] - lower.values()[i])
                .toArray();
    }

    /**
     * The mean of the differences.
     *
     * @return in the unit of the values
     */
    public double meanDifference() {
        return statistics().getMean();
    }

    /**
     * The probability of differences at least this large if there were none.
     *
     * @return from 0 to 1; NaN with fewer than {@value #FEWEST_SEEDS} seeds
     */
    public double pValue() {
        SummaryStatistics differences = statistics();
        if (seeds() < FEWEST_SEEDS) {
            return Double.NaN;
        }
        if (differences.getVariance() == 0) {
            return differences.getMean() > 0 ? 0 : 1;
        }
        double t = differences.getMean() / standardError();
        return new TDistribution(seeds() - 1.0).cumulativeProbability(-t);
    }

    /**
     * The p-value as pages show it.
     *
     * @return with as many digits as it takes to see whether it is below {@value #ALPHA}
     */
    public String pValueInWords() {
        return Bound.below(ALPHA).inWords(pValue());
    }

    /**
     * The opposite claim.
     *
     * @return with the samples exchanged
     */
    public SeedComparison reversed() {
        return new SeedComparison(metric, lower, higher);
    }

    /**
     * Whether the claim is shown.
     *
     * @return true if the p-value is below {@value #ALPHA}
     */
    public boolean isShown() {
        return pValue() < ALPHA;
    }

    /**
     * Checks the claim: the p-value must be below {@value #ALPHA}.
     *
     * @param evidence that gets the check
     */
    public void check(Evidence evidence) {
        evidence.keyCheck(
                "p-value: " + metric + " of " + higher.name() + " above that of " + lower.name(),
                pValue(),
                Bound.below(ALPHA),
                EvidenceKind.STATISTICAL,
                seeds() < FEWEST_SEEDS
                        ? "a paired t-test needs at least " + FEWEST_SEEDS + " seeds and there are " + seeds()
                                + ": leave course.repeats out or set it higher"
                        : String.format(
                                Locale.ROOT,
                                "paired t-test, one-sided, %d seeds: mean difference %+.3g, standard error %.2g",
                                seeds(),
                                meanDifference(),
                                standardError()));
    }

    /**
     * The comparison in a sentence with its numbers, which is true whatever they are.
     *
     * @return such as "The mean test accuracy is 0.613 for ReLU and 0.403 for the sigmoid (difference +0.210; paired t-test over 3
     *     seeds, one-sided, p = 0.00057)."
     */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The mean %s is %.3f for %s and %.3f for %s (difference %+.3f; paired t-test over %d seeds, one-sided, p = %s).",
                metric,
                higher.mean(),
                higher.name(),
                lower.mean(),
                lower.name(),
                meanDifference(),
                seeds(),
                pValueInWords());
    }

    /**
     * All values, a row a seed, and their means.
     *
     * @return with the columns seed, both samples and difference
     */
    public DataTable table() {
        double[] differences = differences();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < seeds(); i++) {
            rows.add(List.of(
                    Long.toString(higher.seeds().get(i)),
                    higher.values()[i],
                    lower.values()[i],
                    String.format(Locale.ROOT, "%+.3f", differences[i])));
        }
        rows.add(List.of("mean", higher.mean(), lower.mean(), String.format(Locale.ROOT, "%+.3f", meanDifference())));
        return new DataTable(
                "By seed: " + metric + " of " + higher.name() + " and " + lower.name(),
                List.of("seed", higher.name(), lower.name(), "difference"),
                rows);
    }

    /**
     * Both samples, every value as a point.
     *
     * @param title content of the figure
     * @param caption explanation, with the data of the runs
     * @param markers lines across the chart, such as the accuracy of guessing
     * @return the lower sample on the left
     */
    public Figure figure(String title, String caption, List<Marker> markers) {
        return new SeedPoints(metric, List.of(lower, higher), markers).figure(title, caption, table());
    }

    private int seeds() {
        return higher.values().length;
    }

    private double standardError() {
        return statistics().getStandardDeviation() / Math.sqrt(seeds());
    }

    private SummaryStatistics statistics() {
        SummaryStatistics statistics = new SummaryStatistics();
        for (double difference : differences()) {
            statistics.addValue(difference);
        }
        return statistics;
    }
}
