package org.dlcourse.util;

import java.math.BigDecimal;

/** How a number is shown to people: decimal digits without an exponent, such as 0.0001 for 1e-4. */
public final class DecimalNotation {
    private DecimalNotation() {}

    /**
     * The fewest digits that identify the number, without an exponent and without trailing zeros.
     *
     * @return NaN and infinities as Java writes them
     */
    public static String of(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
