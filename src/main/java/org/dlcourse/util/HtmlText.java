package org.dlcourse.util;

/** Text within HTML. */
public final class HtmlText {
    private HtmlText() {}

    /** The text with the characters escaped that mean something in HTML, in an attribute as well. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
