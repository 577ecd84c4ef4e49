package org.dlcourse.report;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * What a measured number must keep to. A number that is none (NaN) keeps to nothing.
 *
 * @param text as a reader sees it, such as {@code ≤ 1e-12}
 * @param holds whether a number keeps to it
 */
public record Bound(String text, DoublePredicate holds) {
    public static Bound atMost(double limit) {
        return new Bound("≤ " + readable(limit), measured -> measured <= limit);
    }

    public static Bound atLeast(double limit) {
        return new Bound("≥ " + readable(limit), measured -> measured >= limit);
    }

    public static Bound below(double limit) {
        return new Bound("< " + readable(limit), measured -> measured < limit);
    }

    public static Bound above(double limit) {
        return new Bound("> " + readable(limit), measured -> measured > limit);
    }

    /** From one number to another, both included. */
    public static Bound between(double lower, double upper) {
        return new Bound(readable(lower) + " – " + readable(upper), measured -> measured >= lower && measured <= upper);
    }

    public static Bound exactly(double value) {
        return new Bound("= " + readable(value), measured -> measured == value);
    }

    @Override
    public String toString() {
        return text;
    }

    /** With as many digits as tell it from its neighbours in a report: three decimals, or a power of ten. */
    static String readable(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return String.format(Locale.ROOT, "%,d", (long) number);
        }
        return Math.abs(number) < 1e-2
                ? String.format(Locale.ROOT, "%.2g", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
