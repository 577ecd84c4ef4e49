package org.dlcourse.figure;

import java.util.List;
import java.util.Optional;

/**
 * An axis of a chart.
 *
 * @param label name of the quantity with its unit
 * @param logarithmic whether the scale is logarithmic
 * @param range ends of the axis; those of the values if empty
 * @param names tick labels at 0, 1, 2 ... instead of numbers; empty for numbers
 */
public record Axis(String label, boolean logarithmic, Optional<Range> range, List<String> names) {
    /**
     * The ends of an axis.
     *
     * @param lower lower end; on a logarithmic axis above 0, and smaller values are drawn there
     * @param upper upper end
     */
    public record Range(double lower, double upper) {}

    /** A linear axis with the range of the values. */
    public static Axis linear(String label) {
        return new Axis(label, false, Optional.empty(), List.of());
    }

    /** A linear axis with a given range. */
    public static Axis linear(String label, double lower, double upper) {
        return new Axis(label, false, Optional.of(new Range(lower, upper)), List.of());
    }

    /** A logarithmic axis with a given range; both ends are above 0. */
    public static Axis logarithmic(String label, double lower, double upper) {
        return new Axis(label, true, Optional.of(new Range(lower, upper)), List.of());
    }

    /** An axis with names at 0, 1, 2 ... instead of numbers. */
    public static Axis named(String label, List<String> names) {
        return new Axis(label, false, Optional.of(new Range(-0.5, names.size() - 0.5)), List.copyOf(names));
    }

    /** The value that is drawn: on a logarithmic axis at least the lower end, since there is no 0. */
    double drawn(double value) {
        return logarithmic && range.isPresent() ? Math.max(value, range.get().lower()) : value;
    }
}
