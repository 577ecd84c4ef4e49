package org.dlcourse.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * The judgements of one submission, as its tests left them.
 *
 * @param all in the catalogue's order
 */
public record Judgements(List<Judgement> all) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    public Judgements {
        all = List.copyOf(all);
    }

    /**
     * Reads the folder of Allure's raw results.
     *
     * @param folder that the tests wrote
     * @param catalogue whose order is kept
     * @return none if the tests judged no submission
     * @throws IOException if a result cannot be read
     */
    public static Judgements ofFolder(Path folder, RequirementCatalogue catalogue) throws IOException {
        Map<String, Judgement> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("-result.json")).toList()) {
                for (JsonNode attachment :
                        JSON.readTree(Files.readAllBytes(file)).path("attachments")) {
                    if (attachment.path("name").asText().equals(JudgementPage.ATTACHMENT)) {
                        Path source = folder.resolve(attachment.path("source").asText());
                        Judgement judgement = JSON.readValue(Files.readAllBytes(source), Judgement.class);
                        found.put(judgement.id(), judgement);
                    }
                }
            }
        }
        List<Judgement> ordered = new ArrayList<>();
        for (Place place : catalogue.places()) {
            Judgement judgement = found.get(place.entry().id());
            if (judgement != null) {
                ordered.add(judgement);
            }
        }
        return new Judgements(ordered);
    }

    /** The sum of all points. */
    public Points points() {
        return Points.of(all);
    }
}
