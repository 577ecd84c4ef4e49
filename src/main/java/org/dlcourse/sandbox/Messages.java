package org.dlcourse.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a worker writes to standard error: read all the time, counted, and the last part is kept. */
final class Messages implements Runnable {
    private static final int KEPT = 2000;
    private static final int SHOWN = 300;

    private final InputStream in;
    private final StringBuilder last = new StringBuilder();
    private long bytes;

    Messages(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            add("\n(the end of this cannot be read: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String part) {
        bytes += part.length();
        last.append(part);
        last.delete(0, Math.max(0, last.length() - KEPT));
    }

    /** How much was written so far. */
    synchronized long bytes() {
        return bytes;
    }

    /** The end of what was written, as text of one line; empty if nothing was. */
    synchronized String last() {
        String text = new String(last.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String shown = Excerpt.printable(text);
        return shown.length() > SHOWN ? "..." + shown.substring(shown.length() - SHOWN) : shown;
    }
}
