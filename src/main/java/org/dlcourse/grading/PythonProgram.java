package org.dlcourse.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The worker's program in a folder of its own, from wherever the class path has it.
 *
 * @param folder with the program's files
 */
record PythonProgram(Path folder) implements AutoCloseable {
    static final String ENTRY = "worker.py";

    private static final String RESOURCES = "python";

    /** Copies the program's files into a temporary folder. */
    static PythonProgram unpacked() {
        URL resources = PythonProgram.class.getResource(RESOURCES);
        if (resources == null) {
            throw new IllegalStateException("The class path has no " + RESOURCES + " beside "
                    + PythonProgram.class.getName() + ". Build the project again.");
        }
        try {
            URI uri = resources.toURI();
            Path folder = Files.createTempDirectory("worker");
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copy(jar.getPath(uri.toString().substring(uri.toString().indexOf('!') + 1)), folder);
                }
            } else {
                copy(Path.of(uri), folder);
            }
            return new PythonProgram(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The worker's program cannot be unpacked from " + resources + ".", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(file -> file.toString().endsWith(".py")).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
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
