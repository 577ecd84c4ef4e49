package org.dlcourse.util;

import java.math.BigDecimal;

/** Writes a number for people: in decimal digits, such as 0.0001 for 1e-4; very large and very small ones with an exponent. */
public final class DecimalNotation {
    private static final double SMALLEST = 1e-9;
    private static final double LARGEST = 1e9;

    private DecimalNotation() {}

    /**
     * The fewest digits that identify the number, without trailing zeros.
     *
     * @return numbers below 1e-9 or from 1e9 on, NaN and infinities as Java writes them
     */
    public static String of(double number) {
        double size = Math.abs(number);
        return size == 0 || size >= SMALLEST && size < LARGEST
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
