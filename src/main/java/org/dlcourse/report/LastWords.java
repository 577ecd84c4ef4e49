package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why a test session was refused, as the last lines of the build.
 *
 * <p>Surefire and Maven say much of a session that does not start, and the reason would stand far above the end. So the tests'
 * process leaves it in a file, and Maven's prints that file when it ends.
 */
public final class LastWords {
    /** The property that names the file; without it nobody prints any. */
    static final String FILE = "report.last-words";

    private LastWords() {}

    /**
     * Runs in Maven's process before the tests: makes it print, when it ends, what they leave.
     *
     * @param arguments the file
     * @throws IOException if what an earlier build left cannot be removed
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.deleteIfExists(file);
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        // The plugin that calls this gives it a group of its own and destroys it; no thread could be started there any
        // more.
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(group, () -> print(file), "last words"));
    }

    private static void print(Path file) {
        try {
            if (Files.exists(file)) {
                System.out.println();
                System.out.println(Files.readString(file));
                System.out.flush();
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Why the tests did not start cannot be read from " + file + ".", e);
        }
    }

    /** Leaves what Maven's process prints last. */
    static void leave(String words) {
        String file = System.getProperty(FILE);
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            Files.writeString(Path.of(file), words);
        } catch (IOException e) {
            throw new UncheckedIOException(words + " This cannot be written to " + file + ".", e);
        }
    }
}
