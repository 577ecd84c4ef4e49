package org.dlcourse.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A number by which submissions are ranked on a leaderboard, the largest first. A test gives it to {@link Evidence#score}; it is kept as
 * an attachment of the test's result, from which {@link #ofFolder} reads it.
 *
 * @param name such as "test accuracy on CIFAR-10"
 * @param value finite
 */
public record Score(String name, double value) {
    /** The attachment by which scores are known. */
    static final String ATTACHMENT = "Score (JSON)";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The score \"" + name + "\" is " + value + ". Expected a finite number.");
        }
    }

    @JsonIgnore
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of a text and a number is written", e);
        }
    }

    /**
     * Reads the folder of Allure's raw results.
     *
     * @param folder that the tests wrote
     * @return the scores that tests gave, by name
     * @throws IOException if a result cannot be read
     */
    public static List<Score> ofFolder(Path folder) throws IOException {
        List<Score> scores = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("-result.json")).toList()) {
                for (JsonNode attachment : JSON.readTree(file.toFile()).path("attachments")) {
                    if (attachment.path("name").asText().equals(ATTACHMENT)) {
                        Path source = folder.resolve(attachment.path("source").asText());
                        scores.add(JSON.readValue(source.toFile(), Score.class));
                    }
                }
            }
        }
        scores.sort(Comparator.comparing(Score::name));
        return scores;
    }
}
