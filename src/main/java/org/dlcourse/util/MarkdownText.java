package org.dlcourse.util;

import java.util.List;
import java.util.stream.Collectors;

/** Text within Markdown. */
public final class MarkdownText {
    private MarkdownText() {}

    /** The text on one line, without what Markdown would take for markup or for the end of a cell. */
    public static String escape(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|#~]", "\\\\$0");
    }

    /** A row of a table, with the end of its line. */
    public static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
