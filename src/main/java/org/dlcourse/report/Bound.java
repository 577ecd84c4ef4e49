package org.dlcourse.report;

import java.math.BigDecimal;
import java.math.MathContext;
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
    /** From here on three decimals say enough. */
    private static final double SMALLEST = 1e-2;
    /** These tell any two numbers apart. */
    private static final int MOST_DIGITS = 17;

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

    /**
     * A measured number as pages show it beside the bound: with as many digits as it takes that what is shown is on the same side of the
     * bound as what was measured, such as 0.0497 and not 0.050 below 0.05.
     *
     * @param measured any number
     */
    public String inWords(double measured) {
        if (!Double.isFinite(measured)) {
            return Double.toString(measured);
        }
        String shown = readable(measured);
        for (int digits = 3; digits <= MOST_DIGITS && !isOnTheSideOf(measured, shown); digits++) {
            shown = withDigits(measured, digits);
        }
        return shown;
    }

    private boolean isOnTheSideOf(double measured, String shown) {
        return holds.test(measured) == holds.test(Double.parseDouble(shown.replace(",", "")));
    }

    private static String withDigits(double number, int digits) {
        double size = Math.abs(number);
        return size < SMALLEST || size >= SCIENTIFIC
                ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", number)
                : new BigDecimal(number).round(new MathContext(digits)).toPlainString();
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
        return Math.abs(number) < SMALLEST
                ? String.format(Locale.ROOT, "%.2g", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
