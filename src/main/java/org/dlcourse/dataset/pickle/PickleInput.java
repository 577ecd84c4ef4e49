package org.dlcourse.dataset.pickle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, read one argument of an opcode after another; no length leads beyond them. */
final class PickleInput {
    private final ByteBuffer bytes;

    PickleInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Index of the next byte. */
    int position() {
        return bytes.position();
    }

    /**
     * An unsigned number of one byte.
     *
     * @throws BufferUnderflowException here and below, if the pickle ends too early
     */
    int unsigned8() {
        return bytes.get() & 0xff;
    }

    int unsigned16() {
        return bytes.getShort() & 0xffff;
    }

    long unsigned32() {
        return bytes.getInt() & 0xffffffffL;
    }

    int signed32() {
        return bytes.getInt();
    }

    /** What a length of eight bytes says; one beyond the range of {@code long} is negative. */
    long length64() {
        return bytes.getLong();
    }

    /** A whole number of {@code length} bytes in two's complement, at most eight. */
    long number(int length) {
        if (length > Long.BYTES) {
            throw new PickleException("has a whole number of " + length + " bytes; expected at most " + Long.BYTES);
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            number |= (long) unsigned8() << (Byte.SIZE * i);
        }
        int unused = Long.SIZE - Byte.SIZE * length;
        return length == 0 ? 0 : number << unused >> unused;
    }

    /** The next {@code length} bytes as they are. */
    PickledBytes bytes(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new PickleException(
                    "says that " + Long.toUnsignedString(length) + " bytes follow, and " + bytes.remaining() + " do");
        }
        PickledBytes part = new PickledBytes(bytes.array(), bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    /** The next {@code length} bytes, in UTF-8. */
    String text(long length) {
        PickledBytes part = bytes(length);
        return new String(part.source(), part.start(), part.length(), StandardCharsets.UTF_8);
    }

    /** A line of ASCII, without its end. */
    String line() {
        int start = bytes.position();
        while (unsigned8() != '\n') {
            // On to the end of the line.
        }
        return new PickledBytes(bytes.array(), start, bytes.position() - 1 - start).text();
    }
}
