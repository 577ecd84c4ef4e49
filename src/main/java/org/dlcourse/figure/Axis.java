package org.dlcourse.figure;

import java.util.List;
import java.util.Optional;

/**
 * An axis of a chart.
 *
 * @param label beside it
 * @param logarithmic whether equal factors are equal distances
 * @param range what it shows; as wide as the values if empty
 * @param names what stands at 0, 1, 2 ... in place of numbers, if any
 */
public record Axis(String label, boolean logarithmic, Optional<Range> range, List<String> names) {
    /**
     * The ends of an axis.
     *
     * @param lower lower end; on a logarithmic axis above 0, and where values at or below 0 are drawn
     * @param upper upper end
     */
    public record Range(double lower, double upper) {}

    /** Equal differences are equal distances; as wide as the values. */
    public static Axis linear(String label) {
        return new Axis(label, false, Optional.empty(), List.of());
    }

    public static Axis linear(String label, double lower, double upper) {
        return new Axis(label, false, Optional.of(new Range(lower, upper)), List.of());
    }

    public static Axis logarithmic(String label, double lower, double upper) {
        return new Axis(label, true, Optional.of(new Range(lower, upper)), List.of());
    }

    /** Names in place of numbers, from 0 on. */
    public static Axis named(String label, List<String> names) {
        return new Axis(label, false, Optional.of(new Range(-0.5, names.size() - 0.5)), List.copyOf(names));
    }

    /** A value as it is drawn: a logarithmic axis has no place for 0. */
    double drawn(double value) {
        return logarithmic && range.isPresent() ? Math.max(value, range.get().lower()) : value;
    }
}
