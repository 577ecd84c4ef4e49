package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dlcourse.experiment.GitCommit;

/**
 * The source files of a requirement's test, solution and experiments, where the build has them.
 *
 * @param root folder of the build
 */
record SourceCode(Path root) {
    private static final List<String> FOLDERS = List.of("src/main/java", "src/test/java");

    /** The files of these classes, each once and folded; empty where there is none. */
    String html(Collection<Class<?>> classes) {
        String files = classes.stream()
                .flatMap(one -> file(one).stream())
                .distinct()
                .map(this::html)
                .collect(Collectors.joining());
        return files.isEmpty() ? "" : Html.heading("Code of the test, of the solution and of the experiment") + files;
    }

    private String html(Path file) {
        try {
            return Html.code(
                    file.toString().replace('\\', '/'),
                    GitCommit.address(root, file).orElse(""),
                    Files.readString(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The source file " + root.resolve(file).toAbsolutePath() + " cannot be read.", e);
        }
    }

    /** Of the class that a file is named after. */
    private Optional<Path> file(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        String name = outer.getName().replace('.', '/') + ".java";
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(root.resolve(file)))
                .findFirst();
    }
}
