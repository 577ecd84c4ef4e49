package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

    private static final String ENVIRONMENT = "environment.properties";
    private static final String RESULT = "-result.json";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        Path file = folder.resolve(ENVIRONMENT);
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

    /**
     * The report's environment.
     *
     * @return empty if the tests' process did not come to the end that it is written at
     * @throws IOException if it cannot be read
     */
    Map<String, String> environment() throws IOException {
        Path file = folder.resolve(ENVIRONMENT);
        if (Files.notExists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Writes who ran the tests. */
    void write(Executor executor) {
        Path file = folder.resolve("executor.json");
        try {
            Files.createDirectories(folder);
            Files.write(file, JSON.writeValueAsBytes(executor));
        } catch (IOException e) {
            throw new UncheckedIOException("Who ran the tests cannot be written to " + file + ".", e);
        }
    }

    /**
     * The results of requirements, by id. Of a test that was repeated it is the last, which the report shows too.
     *
     * @throws IOException if one cannot be read
     */
    Map<String, JsonNode> ofRequirements() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (Path file : list()) {
            if (file.toString().endsWith(RESULT)) {
                results.add(JSON.readTree(file.toFile()));
            }
        }
        results.sort(Comparator.comparingLong(result -> result.path("stop").asLong()));
        Map<String, JsonNode> byId = new HashMap<>();
        results.forEach(result -> RequirementLabels.id(result).ifPresent(id -> byId.put(id, result)));
        return byId;
    }

    /**
     * What a test attached to its result, outside of all steps.
     *
     * @param name of the attachment
     * @throws IOException if it cannot be read
     */
    Optional<byte[]> attachment(JsonNode result, String name) throws IOException {
        for (JsonNode attachment : result.path("attachments")) {
            if (attachment.path("name").asText().equals(name)) {
                return Optional.of(Files.readAllBytes(file(attachment)));
            }
        }
        return Optional.empty();
    }

    /** The file of an attachment that a result names. */
    Path file(JsonNode attachment) {
        return folder.resolve(attachment.path("source").asText());
    }

    /**
     * The number of this run: one more than the last one's in the history, or than the runs that it holds.
     *
     * @throws IOException if the history cannot be read
     */
    long runNumber() throws IOException {
        Path trend = history().resolve("history-trend.json");
        if (Files.notExists(trend)) {
            return 1;
        }
        JsonNode runs = JSON.readTree(trend.toFile());
        return 1 + Math.max(runs.size(), runs.path(0).path("buildOrder").asLong());
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
