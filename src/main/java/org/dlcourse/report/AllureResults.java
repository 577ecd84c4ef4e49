package org.dlcourse.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.util.AtomicFile;

/**
 * The folder that Allure's raw results are written to.
 *
 * @param folder the folder
 */
record AllureResults(Path folder) {
    /** The property that names the folder; Allure's own. */
    static final String FOLDER = "allure.results.directory";

    /** By which the report sorts failures; a resource of this class as well. */
    private static final String CATEGORIES = "categories.json";

    /** What stays when a session starts: what configures Allure, and the history of reports. */
    private static final Set<String> KEPT = Set.of(CATEGORIES, "history");

    static AllureResults ofProcess() {
        return new AllureResults(Path.of(System.getProperty(FOLDER, "allure-results")));
    }

    Path history() {
        return folder.resolve("history");
    }

    /**
     * Removes the results of earlier sessions, which Allure would show beside the new ones, and puts the categories in place if
     * somebody removed them.
     */
    void clean() {
        try {
            Files.createDirectories(folder);
            for (Path old : list()) {
                if (!KEPT.contains(old.getFileName().toString())) {
                    Files.delete(old);
                }
            }
            if (!Files.exists(folder.resolve(CATEGORIES))) {
                AtomicFile.write(folder.toAbsolutePath().resolve(CATEGORIES), categories());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Old results in " + folder.toAbsolutePath()
                            + " cannot be removed. Expected a folder that this user may write; remove it, or make it so.",
                    e);
        }
    }

    /** Adds facts to the report's environment, before those that are there. */
    void addToEnvironment(Map<String, String> facts) {
        Path file = folder.resolve("environment.properties");
        String properties = facts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escape(entry.getValue()) + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, properties + (Files.exists(file) ? Files.readString(file) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException("The report's environment cannot be written to " + file + ".", e);
        }
    }

    /** Writes who ran the tests. */
    void write(Executor executor) {
        Path file = folder.resolve("executor.json");
        try {
            Files.createDirectories(folder);
            Files.write(file, new ObjectMapper().writeValueAsBytes(executor));
        } catch (IOException e) {
            throw new UncheckedIOException("Who ran the tests cannot be written to " + file + ".", e);
        }
    }

    private static byte[] categories() throws IOException {
        try (InputStream in = AllureResults.class.getResourceAsStream(CATEGORIES)) {
            return in.readAllBytes();
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String escape(String value) {
        return value.chars()
                .mapToObj(c -> c == '\\' ? "\\\\" : c < 128 ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }
}
