package org.dlcourse.kit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dlcourse.experiment.Run;

/**
 * One number of each of several runs that differ only in their seed.
 *
 * <pre>{@code
 * SeedSample accuracies = new SeedSample("ReLU", List.of(1L, 2L, 3L), new double[] {.51, .53, .52});
 * assertThat(accuracies.mean()).isCloseTo(.52, within(1e-12));
 * }</pre>
 *
 * @param name of what was run
 * @param seeds one a run
 * @param values one a run, in the order of the seeds
 */
public record SeedSample(String name, List<Long> seeds, double[] values) {
    public SeedSample {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || seeds.size() != values.length) {
            throw new IllegalArgumentException(name + " has " + seeds.size() + " seeds and " + values.length
                    + " values. Expected one value a seed, and at least one.");
        }
    }

    /**
     * A number of each run.
     *
     * @param name of what was run
     * @param runs that differ only in their seed
     * @param number such as the test accuracy
     * @return the numbers in the order of the runs
     */
    public static SeedSample of(String name, List<Run> runs, ToDoubleFunction<Run> number) {
        return new SeedSample(
                name,
                runs.stream().map(run -> run.request().seed()).toList(),
                runs.stream().mapToDouble(number).toArray());
    }

    /**
     * The mean of the values.
     *
     * @return in the unit of the values
     */
    public double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /**
     * The least of the values.
     *
     * @return in the unit of the values
     */
    public double min() {
        return Arrays.stream(values).min().orElseThrow();
    }

    /**
     * The greatest of the values.
     *
     * @return in the unit of the values
     */
    public double max() {
        return Arrays.stream(values).max().orElseThrow();
    }
}
