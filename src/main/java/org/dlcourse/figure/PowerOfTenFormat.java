package org.dlcourse.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/**
 * Writes powers of ten with the font's own raised digits, such as 10⁻². JFreeChart raises an exponent by an attribute of the text, which a
 * font that is not one of the system's does not follow: it would draw 10-2.
 */
final class PowerOfTenFormat extends NumberFormat {
    private static final long serialVersionUID = 1;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public StringBuffer format(double power, StringBuffer text, FieldPosition position) {
        text.append("10");
        long exponent = Math.round(Math.log10(power));
        for (char digit : Long.toString(exponent).toCharArray()) {
            text.append(digit == '-' ? '⁻' : RAISED.charAt(digit - '0'));
        }
        return text;
    }

    @Override
    public StringBuffer format(long power, StringBuffer text, FieldPosition position) {
        return format((double) power, text, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("Labels of axes are written and never read.");
    }
}
