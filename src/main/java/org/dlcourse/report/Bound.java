package org.dlcourse.report;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * A bound on a measured number. NaN is within no bound.
 *
 * <pre>{@code
 * Bound bound = Bound.between(.385, .425);
 * assertThat(bound.holds().test(.4)).isTrue();
 * }</pre>
 *
 * @param text as a reader sees it, such as {@code ≤ 1e-12}
 * @param holds whether a number is within it
 */
public record Bound(String text, DoublePredicate holds) {
    /** From here on decimals are longer than a reader takes in. */
    private static final double SCIENTIFIC = 1e6;

    /** At most the limit. */
    public static Bound atMost(double limit) {
        return new Bound("≤ " + digits(limit), measured -> measured <= limit);
    }

    /** At least the limit. */
    public static Bound atLeast(double limit) {
        return new Bound("≥ " + digits(limit), measured -> measured >= limit);
    }

    /** Less than the limit. */
    public static Bound below(double limit) {
        return new Bound("< " + digits(limit), measured -> measured < limit);
    }

    /** Greater than the limit. */
    public static Bound above(double limit) {
        return new Bound("> " + digits(limit), measured -> measured > limit);
    }

    /** From one number to another, both included. */
    public static Bound between(double lower, double upper) {
        return new Bound(digits(lower) + " – " + digits(upper), measured -> measured >= lower && measured <= upper);
    }

    /** Equal to the value; NaN equals nothing. */
    public static Bound exactly(double value) {
        return new Bound("= " + digits(value), measured -> measured == value);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The number of a bound, without zeros at its end, which would look like measured digits: 0.05, 1e-8. */
    private static String digits(double limit) {
        return readable(limit)
                .replaceFirst("(\\.\\d*?)0+($|e)", "$1$2")
                .replaceFirst("\\.($|e)", "$1")
                .replaceFirst("e-0", "e-");
    }

    /** As a report shows it: a whole number in full, others with three decimals or, where those say too little or too much, as a power of ten. */
    static String readable(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return String.format(Locale.ROOT, "%,d", (long) number);
        }
        if (Math.abs(number) >= SCIENTIFIC) {
            return String.format(Locale.ROOT, "%.2e", number);
        }
        return Math.abs(number) < 1e-2
                ? String.format(Locale.ROOT, "%.2g", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
