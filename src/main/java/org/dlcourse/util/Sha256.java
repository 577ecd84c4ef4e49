package org.dlcourse.util;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest that is fed piece by piece and read once, as lower-case hexadecimal. */
public final class Sha256 {
    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds the text as UTF-8, preceded by its length so that neighbouring texts cannot run into each other. */
    public Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(new int[] {bytes.length}).add(bytes);
    }

    /** Adds the bits of the numbers, big-endian. */
    public Sha256 add(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int start = 0; start < values.length; start += CHUNK) {
            buffer.clear();
            buffer.asFloatBuffer().put(values, start, Math.min(CHUNK, values.length - start));
            digest.update(buffer.array(), 0, Math.min(CHUNK, values.length - start) * Float.BYTES);
        }
        return this;
    }

    /** Adds the bits of the numbers, big-endian. */
    public Sha256 add(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return add(buffer.array());
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
