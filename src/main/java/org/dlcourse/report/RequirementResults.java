package org.dlcourse.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.dlcourse.report.RequirementCatalogue.Place;
import org.dlcourse.util.AtomicFile;

/**
 * The outcomes of the requirements in one run, read from what it left.
 *
 * @param outcomes by id
 */
record RequirementResults(Map<String, Outcome> outcomes) {
    private static final String RESULT = "-result.json";

    private static final Set<Outcome> BROKEN =
            Set.of(Outcome.FAILED, Outcome.BROKEN, Outcome.DID_NOT_FINISH, Outcome.NOT_REACHED);

    /**
     * Reads the folder of Allure's raw results. A requirement that is not in it did not finish: a run that ends as it should
     * leaves a result for each.
     *
     * @param catalogue of which the courses count that have a result
     * @throws IOException if the folder holds no result of a requirement of the catalogue, or one that cannot be read
     */
    static RequirementResults ofFolder(Path folder, RequirementCatalogue catalogue) throws IOException {
        List<JsonNode> results = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(RESULT)).toList()) {
                    results.add(result(file));
                }
            }
        }
        // The last result of a test that was repeated is the one that the report shows.
        results.sort(Comparator.comparingLong(result -> result.path("stop").asLong()));
        Map<String, Outcome> found = new TreeMap<>();
        for (JsonNode result : results) {
            RequirementLabels.id(result)
                    .ifPresent(id ->
                            found.put(id, RequirementLabels.outcome(result).orElseThrow()));
        }
        if (found.isEmpty()) {
            throw new IOException("No result of a requirement is in " + folder.toAbsolutePath()
                    + ". Expected the folder that the tests write, allure-results; run mvn test before.");
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Place place : catalogue.testedBy(found.keySet()).places()) {
            String id = place.entry().id();
            outcomes.put(id, found.getOrDefault(id, Outcome.DID_NOT_FINISH));
        }
        if (outcomes.isEmpty()) {
            throw new IOException(
                    "The results in " + folder.toAbsolutePath() + " are of " + String.join(", ", found.keySet())
                            + ", which no catalogue on the class path has. Expected results of this project's tests.");
        }
        return new RequirementResults(outcomes);
    }

    /**
     * Reads a file that {@link #keep} wrote.
     *
     * @throws IOException if it cannot be read, is empty, or a line is not an id and an outcome
     */
    static RequirementResults ofFile(Path file) throws IOException {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] words = line.split(" ", 2);
            Optional<Outcome> outcome = words.length == 2 ? Outcome.ofWords(words[1]) : Optional.empty();
            if (outcome.isEmpty()) {
                throw new IOException("Line " + number + " of " + file.toAbsolutePath() + " is \"" + line
                        + "\"; expected an id and an outcome, such as \"ANN-3.1 passed\". Delete the file to compare with"
                        + " no earlier run.");
            }
            outcomes.put(words[0], outcome.get());
        }
        return new RequirementResults(outcomes);
    }

    private static JsonNode result(Path file) throws IOException {
        JsonNode result = object(file);
        if (RequirementLabels.id(result).isPresent()
                && RequirementLabels.outcome(result).isEmpty()) {
            throw new IOException(
                    "The result " + file.toAbsolutePath() + " is of "
                            + RequirementLabels.id(result).orElseThrow()
                            + " and has no label with its outcome: another version of the harness wrote it. Run mvn test again.");
        }
        return result;
    }

    private static JsonNode object(Path file) throws IOException {
        String reason = "it is empty";
        try {
            JsonNode result = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (result.isObject()) {
                return result;
            }
        } catch (JsonProcessingException e) {
            reason = e.getOriginalMessage();
        } catch (IOException e) {
            throw new IOException(
                    "The result " + file.toAbsolutePath() + " cannot be read (" + e
                            + "). Expected a file of Allure's; remove what is there and run mvn test again.",
                    e);
        }
        throw new IOException(
                "The result " + file.toAbsolutePath() + " is cut or damaged (" + reason
                        + "): the process that wrote it may have been killed. Run mvn test again, which writes all results anew.");
    }

    private static List<String> lines(Path file) throws IOException {
        String advice =
                ". Expected a file that an earlier run of the gate wrote; remove what is there to compare with no earlier run.";
        if (Files.isDirectory(file)) {
            throw new IOException(file.toAbsolutePath() + " is a folder" + advice);
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IOException(file.toAbsolutePath() + " cannot be read (" + e + ")" + advice, e);
        }
        if (lines.isEmpty()) {
            throw new IOException(file.toAbsolutePath() + " is empty" + advice);
        }
        return lines;
    }

    /**
     * Writes a line a requirement, whole or not at all.
     *
     * @throws IOException if that is not possible
     */
    void keep(Path file) throws IOException {
        String lines = outcomes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            AtomicFile.write(file.toAbsolutePath(), lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(
                    "The outcomes cannot be kept in " + file.toAbsolutePath() + " (" + e
                            + "). Expected a folder that this user may write, with room on its disk.",
                    e);
        }
    }

    /** The ids that passed; nothing else counts, whatever the reason. */
    Set<String> passed() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.PASSED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What failed, ended with an error, or has no result of its own: an id and an outcome each. */
    List<String> broken() {
        return outcomes.entrySet().stream()
                .filter(entry -> BROKEN.contains(entry.getValue()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** The outcome of a requirement; one that the catalogue no longer has is not covered. */
    Outcome outcome(String id) {
        return outcomes.getOrDefault(id, Outcome.NOT_COVERED);
    }
}
