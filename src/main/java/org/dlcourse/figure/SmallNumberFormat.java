package org.dlcourse.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Writes numbers far below 1 as the report's texts do, such as -1.4e-7, and 0 as 0. */
final class SmallNumberFormat extends DecimalFormat {
    private static final long serialVersionUID = 1;

    SmallNumberFormat() {
        super("0.#E0", symbols());
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setExponentSeparator("e");
        return symbols;
    }

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        return number == 0 ? text.append('0') : super.format(number, text, position);
    }
}
