package org.dlcourse.util;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is there whole or not at all, whatever stops the process that writes it. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the file beside its place and moves it there. */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        // Not createTempFile, whose files only their owner may read.
        Path half = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
