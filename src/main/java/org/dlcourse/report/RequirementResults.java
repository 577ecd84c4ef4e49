package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.experiment.AtomicFile;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * How the requirements came out of one run, read from what it left.
 *
 * @param outcomes by id
 */
record RequirementResults(Map<String, Outcome> outcomes) {
    private static final String RESULT = "-result.json";

    /**
     * Reads the folder of Allure's raw results. A requirement of the catalogue that is not in it did not finish: a run that
     * ends as it should leaves a result for each.
     *
     * @throws IOException if the folder holds no result of a requirement, or one that cannot be read
     */
    static RequirementResults ofFolder(Path folder, RequirementCatalogue catalogue) throws IOException {
        List<JsonNode> results = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(RESULT)).toList()) {
                    results.add(new ObjectMapper().readTree(file.toFile()));
                }
            }
        }
        // The last result of a test that was repeated is the one that the report shows.
        results.sort(Comparator.comparingLong(result -> result.path("stop").asLong()));
        Map<String, Outcome> found = new TreeMap<>();
        for (JsonNode result : results) {
            id(result).ifPresent(id -> found.put(id, outcome(result)));
        }
        if (found.isEmpty()) {
            throw new IOException("No result of a requirement is in " + folder.toAbsolutePath()
                    + ". Expected the folder that the tests write, allure-results; run mvn test before.");
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Place place : catalogue.places()) {
            String id = place.entry().id();
            outcomes.put(id, found.getOrDefault(id, Outcome.DID_NOT_FINISH));
        }
        return new RequirementResults(outcomes);
    }

    /**
     * Reads a file that {@link #keep} wrote.
     *
     * @throws IOException if a line is not an id and an outcome
     */
    static RequirementResults ofFile(Path file) throws IOException {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] words = line.split(" ", 2);
            Optional<Outcome> outcome = words.length == 2 ? ofWords(words[1]) : Optional.empty();
            if (outcome.isEmpty()) {
                throw new IOException("Line " + number + " of " + file.toAbsolutePath() + " is \"" + line
                        + "\"; expected an id and an outcome, such as \"ANN-3.1 passed\". Delete the file to compare with"
                        + " no earlier run.");
            }
            outcomes.put(words[0], outcome.get());
        }
        return new RequirementResults(outcomes);
    }

    /** Writes a line a requirement, whole or not at all. */
    void keep(Path file) throws IOException {
        String lines = outcomes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        AtomicFile.write(file.toAbsolutePath(), lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The ids that passed; nothing else counts, whatever the reason. */
    Set<String> passed() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.PASSED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How a requirement came out; one that the catalogue no longer has is not covered. */
    Outcome outcome(String id) {
        return outcomes.getOrDefault(id, Outcome.NOT_COVERED);
    }

    private static Optional<String> id(JsonNode result) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals("requirement")) {
                return Optional.of(label.path("value").asText());
            }
        }
        return Optional.empty();
    }

    /** Results that no test gave say in their first words why. */
    private static Outcome outcome(JsonNode result) {
        String message = result.at("/statusDetails/message").asText();
        return switch (result.path("status").asText()) {
            case "passed" -> Outcome.PASSED;
            case "failed" -> Outcome.FAILED;
            case "broken" -> startsWith(message, Outcome.DID_NOT_FINISH) ? Outcome.DID_NOT_FINISH : Outcome.BROKEN;
            case "skipped" -> startsWith(message, Outcome.NOT_SELECTED) ? Outcome.NOT_SELECTED : Outcome.SKIPPED;
            default -> Outcome.NOT_COVERED;
        };
    }

    private static boolean startsWith(String message, Outcome outcome) {
        String words = outcome.toString();
        return message.regionMatches(true, 0, words, 0, words.length());
    }

    private static Optional<Outcome> ofWords(String words) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.toString().equals(words))
                .findFirst();
    }
}
