package org.dlcourse.dataset.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a pickle that is a string of bytes, as Python 2's strings are; not copied.
 *
 * @param source the whole pickle
 * @param start of the string
 * @param length of the string
 */
record PickledBytes(byte[] source, int start, int length) {
    byte[] copy() {
        return Arrays.copyOfRange(source, start, start + length);
    }

    /** As Latin-1, which gives every byte a character. */
    String text() {
        return new String(source, start, length, StandardCharsets.ISO_8859_1);
    }
}
