package org.dlcourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this build gives out: the parent, the engine, the five handouts. */
final class BuildOutput {
    /** Of all three. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    static final Path ENGINE = jar("");
    static final Path FIVE_HANDOUTS = jar("-five-handouts");
    private static final Path GROUP = Path.of("org", "dlcourse");

    private BuildOutput() {}

    private static Path jar(String classifier) {
        return Path.of("target", "dl-course-harness-" + VERSION + classifier + ".jar");
    }

    /**
     * Installs it into a local repository that has everything else of another one, and of this project nothing else.
     *
     * @param folder of the new repository
     * @param other whose files are linked to
     */
    static void install(Path folder, Path other) throws IOException {
        linkAllBut(GROUP, other, folder);
        install(folder, "dl-course-parent", Path.of("parent", "pom.xml"), List.of());
        install(folder, "dl-course-harness", Path.of("pom.xml"), List.of(ENGINE, FIVE_HANDOUTS));
    }

    /** Removes the links of a repository that was installed into, so that what deletes it cannot follow them. */
    static void removeLinks(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static void install(Path repository, String artifact, Path pom, List<Path> jars) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve(GROUP).resolve(artifact).resolve(VERSION));
        Files.copy(pom, folder.resolve(artifact + "-" + VERSION + ".pom"));
        for (Path jar : jars) {
            assertThat(jar)
                    .as("jar that Maven has packaged before its integration tests")
                    .exists();
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    /** Links to what lies in a folder; only the folders that lead to the exception are made. */
    private static void linkAllBut(Path exception, Path other, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> children = Files.list(other)) {
            for (Path child : children.toList()) {
                Path name = child.getFileName();
                if (!name.equals(exception.getName(0))) {
                    link(folder.resolve(name), child);
                } else if (exception.getNameCount() > 1) {
                    linkAllBut(exception.subpath(1, exception.getNameCount()), child, folder.resolve(name));
                }
            }
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target.toAbsolutePath());
        } catch (FileSystemException | UnsupportedOperationException e) {
            abort("Symbolic links are needed, and this system makes none: " + e.getMessage());
        }
    }
}
