package org.dlcourse.experiment;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much a number differs between two sets of runs, seed by seed: what the seeds have in common cancels.
 *
 * @param interval mean of the differences, first less second, with its confidence interval
 */
public record PairedDifference(MeanInterval interval) {
    /** Of a number of each run; both have the same seeds in the same order. */
    public static PairedDifference of(Repeats first, Repeats second, ToDoubleFunction<Run> number) {
        return new PairedDifference(MeanInterval.of(
                IntStream.range(0, Math.min(first.runs().size(), second.runs().size()))
                        .mapToDouble(repeat -> number.applyAsDouble(first.runs().get(repeat))
                                - number.applyAsDouble(second.runs().get(repeat)))
                        .toArray()));
    }

    /** Whether the first is higher by more than the repeats spread; a single run shows its sign alone. */
    public boolean isHigher() {
        return interval.count() == 1 ? interval.mean() > 0 : interval.lower() > 0;
    }

    /** Whether the first is lower, likewise. */
    public boolean isLower() {
        return interval.count() == 1 ? interval.mean() < 0 : interval.upper() < 0;
    }

    /** Such as {@code +0.012 ± 0.004}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+.3f", interval.mean())
                + (interval.count() == 1 ? " (one run)" : String.format(Locale.ROOT, " ± %.3f", interval.halfWidth()));
    }
}
