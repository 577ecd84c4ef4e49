package org.dlcourse.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Wall times as tables show them: they vary from run to run, so that more digits say nothing. */
public final class Seconds {
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final double WHOLE_FROM = 10;

    private Seconds() {}

    /**
     * A time for a table's cell.
     *
     * @param seconds at least 0
     * @return with two significant digits, and from 10 s on in whole seconds
     */
    public static BigDecimal rounded(double seconds) {
        BigDecimal exact = BigDecimal.valueOf(seconds);
        return seconds < WHOLE_FROM ? exact.round(TWO_DIGITS) : exact.setScale(0, RoundingMode.HALF_UP);
    }
}
