package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that Allure's raw results are written to.
 *
 * @param folder the folder
 */
record AllureResults(Path folder) {
    /** The property that names the folder; Allure's own. */
    static final String FOLDER = "allure.results.directory";

    /** What stays when a session starts: what configures Allure, and the history of reports. */
    private static final Set<String> KEPT = Set.of("categories.json", "history");

    static AllureResults ofProcess() {
        return new AllureResults(Path.of(System.getProperty(FOLDER, "allure-results")));
    }

    Path history() {
        return folder.resolve("history");
    }

    /** Removes the results of earlier sessions, which Allure would show beside the new ones. */
    void clean() {
        try {
            Files.createDirectories(folder);
            for (Path old : list()) {
                if (!KEPT.contains(old.getFileName().toString())) {
                    Files.delete(old);
                }
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
