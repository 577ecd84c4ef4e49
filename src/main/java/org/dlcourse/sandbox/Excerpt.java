package org.dlcourse.sandbox;

import java.nio.charset.StandardCharsets;

/** The beginning or the end of what a student's code wrote, as it can be shown in a message of one line. */
final class Excerpt {
    private static final int LENGTH = 60;

    private Excerpt() {}

    /** The beginning of a text. */
    static String of(String text) {
        String shown = text.length() > LENGTH ? text.substring(0, LENGTH) + "..." : text;
        return printable(shown);
    }

    /** Bytes as text, in quotation marks. */
    static String of(byte[] bytes) {
        return '"' + of(new String(bytes, StandardCharsets.ISO_8859_1)) + '"';
    }

    /** Without line breaks and what would control a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "?")
                .strip();
    }
}
