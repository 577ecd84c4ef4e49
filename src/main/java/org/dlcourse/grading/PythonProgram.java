package org.dlcourse.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * The Python worker's files in a temporary folder, as long as they are needed.
 *
 * @param folder with {@link PythonWorker#ENTRY} in it
 */
record PythonProgram(Path folder) implements AutoCloseable {
    static PythonProgram unpacked() {
        try {
            Path folder = Files.createTempDirectory("worker");
            PythonWorker.copyTo(folder);
            return new PythonProgram(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The worker's program cannot be written into a temporary folder.", e);
        }
    }

    @Override
    public void close() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted.", e);
        }
    }
}
