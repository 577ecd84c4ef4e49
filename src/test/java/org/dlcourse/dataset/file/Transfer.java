package org.dlcourse.dataset.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bytes for tests of files, and what happens to them on their way. */
public final class Transfer {
    private Transfer() {}

    /** Bytes that do not compress. */
    public static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(bytes);
        }
        return file.toByteArray();
    }

    /** As a transfer in text mode changes them. */
    public static byte[] withCarriageReturns(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
