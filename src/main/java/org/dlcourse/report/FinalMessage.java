package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why a test session was refused, as the last lines of the build.
 *
 * <p>Surefire and Maven print a page about a session that does not start, and the reason would be far above its end. So the tests'
 * process writes it to a file, and Maven's process prints that file when it ends.
 */
public final class FinalMessage {
    /** The property that names the file; without it there is no final message. */
    static final String FILE = "report.final-message";

    private FinalMessage() {}

    /**
     * Runs in Maven's process before the tests, and makes it print their message when it ends.
     *
     * @param arguments the file
     * @throws IOException if the message of an earlier build cannot be removed
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.deleteIfExists(file);
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        // The plugin that calls this destroys the group that it runs in, where no thread could be started at the end.
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(group, () -> print(file), "final message"));
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

    /** Writes what Maven's process prints last. */
    static void write(String message) {
        String file = System.getProperty(FILE);
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            Files.writeString(Path.of(file), message);
        } catch (IOException e) {
            throw new UncheckedIOException(message + " This cannot be written to " + file + ".", e);
        }
    }
}
