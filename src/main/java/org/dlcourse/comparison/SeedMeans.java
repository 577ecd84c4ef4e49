package org.dlcourse.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.Precision;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.figure.DataTable;

/**
 * The means over seeds of a table that has a row a seed, with their confidence intervals.
 *
 * @param byName such as {@code test accuracy: mlp_1}
 */
record SeedMeans(Map<String, MeanInterval> byName) {
    private static final String SEED = "seed";

    /** Of a table with the column {@value #SEED}; without that column there are none. */
    static SeedMeans of(DataTable table) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        int seed = table.columns().indexOf(SEED);
        if (seed >= 0) {
            for (List<Object> row : table.rows()) {
                // A row of means has no number there.
                if (number(row.get(seed)).isPresent()) {
                    add(table, row, seed, values);
                }
            }
        }
        Map<String, MeanInterval> means = new LinkedHashMap<>();
        values.forEach((name, numbers) -> means.put(
                name,
                MeanInterval.of(
                        numbers.stream().mapToDouble(Double::doubleValue).toArray())));
        return new SeedMeans(means);
    }

    /** What stands before the seed names the sample; where nothing does, each column is one, and the table says of what. */
    private static void add(DataTable table, List<Object> row, int seed, Map<String, List<Double>> values) {
        StringBuilder sample = new StringBuilder();
        for (Object cell : row.subList(0, seed)) {
            sample.append(": ").append(cell);
        }
        for (int column = seed + 1; column < row.size(); column++) {
            String name =
                    (seed == 0 ? table.title() + ": " : "") + table.columns().get(column) + sample;
            number(row.get(column)).ifPresent(value -> values.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(value));
        }
    }

    /** Whether two intervals have no number in common; of single runs it cannot be said, and they have. */
    static boolean areApart(MeanInterval one, MeanInterval other) {
        return one.upper() < other.lower() || other.upper() < one.lower();
    }

    /** Whether two are the same to the digits that a report shows. */
    static boolean areEqual(MeanInterval one, MeanInterval other) {
        return Precision.equals(one.mean(), other.mean(), 5e-5)
                && one.toString().equals(other.toString());
    }

    static Optional<Double> number(Object cell) {
        try {
            return Optional.of(Double.valueOf(cell.toString())).filter(Double::isFinite);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
