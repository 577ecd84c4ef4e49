package org.dlcourse.report;

import java.util.Base64;
import org.dlcourse.figure.Figure;
import org.dlcourse.util.HtmlText;

/** A figure as a piece of HTML that holds its pixels, for pages beside the report. */
public final class EmbeddedFigure {
    private EmbeddedFigure() {}

    /**
     * The figure with its caption.
     *
     * @param figure embedded as PNG
     * @return an element {@code figure}
     */
    public static String html(Figure figure) {
        return "<figure><img alt=\"" + HtmlText.escape(figure.inWords()) + "\" width=\"" + figure.width()
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(figure.png())
                + "\"><figcaption>" + HtmlText.escape(figure.caption()) + "</figcaption></figure>\n";
    }
}
