package org.dlcourse.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: where Java says so, but not within a number or beside one, as in {@code +0.|523}, {@code 1e-|10}, {@code w|(167)}
 * or {@code 95| %}.
 */
final class UnbrokenNumbers implements FSTextBreaker {
    private final FSTextBreaker words = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ENGLISH));

    /** Null until given. */
    private String text;

    @Override
    public void setText(String text) {
        this.text = text;
        words.setText(text);
    }

    @Override
    public int next() {
        int end = words.next();
        while (end > 0 && end < text.length() && isInANumber(end)) {
            end = words.next();
        }
        return end;
    }

    private boolean isInANumber(int end) {
        char before = text.charAt(end - 1);
        char after = text.charAt(end);
        return after == '%'
                || !Character.isWhitespace(before)
                        && (Character.isDigit(before) || Character.isDigit(after) || after == '(');
    }
}
