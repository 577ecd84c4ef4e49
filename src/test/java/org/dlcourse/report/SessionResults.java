package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The raw results of a session.
 *
 * @param byId those of requirements
 * @param others those of other tests
 */
record SessionResults(Map<String, JsonNode> byId, List<JsonNode> others) {
    static SessionResults ofFolder(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                all.add(json.readTree(file.toFile()));
            }
        }
        return new SessionResults(
                all.stream()
                        .filter(SessionResults::isOfARequirement)
                        .collect(Collectors.toMap(result -> label(result, "requirement"), result -> result)),
                all.stream().filter(result -> !isOfARequirement(result)).toList());
    }

    private static boolean isOfARequirement(JsonNode result) {
        return RequirementLabels.id(result).isPresent();
    }

    Map<String, String> outcomes() {
        return byId.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, result -> label(result.getValue(), "outcome")));
    }

    /** Where the report's tree shows them. */
    List<String> otherTests() {
        return others.stream()
                .map(result -> label(result, "epic") + " / " + label(result, "feature"))
                .toList();
    }

    String page(String id) {
        return byId.get(id).path("descriptionHtml").asText();
    }

    String message(String id) {
        return byId.get(id).at("/statusDetails/message").asText();
    }

    String status(String id) {
        return byId.get(id).path("status").asText();
    }

    List<String> attachments(String id) {
        return byId.get(id).findValues("attachments").stream()
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .map(attachment -> attachment.path("name").asText())
                .toList();
    }

    static String label(JsonNode result, String name) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("value").asText();
            }
        }
        throw new AssertionError("no label " + name + " in " + result.path("name"));
    }
}
