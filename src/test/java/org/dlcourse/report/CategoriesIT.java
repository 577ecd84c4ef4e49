package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Allure itself makes of the categories, in a report of requirements that fail in every way. */
@Timeout(120)
class CategoriesIT {
    @TempDir
    private Path folder;

    @Test
    void everyFailureIsInTheOneCategoryOfItsKind() throws Exception {
        RunningProcess session =
                SampleSession.of(folder, FailingRequirements.class).startIn(folder);
        assertThat(session.await())
                .as("exit status of a process that was halted")
                .isEqualTo(9);
        while (!session.output().contains("Report: file:")) {
            Thread.sleep(50);
        }

        Map<String, List<String>> categories = categories();
        assertThat(categories).as("all but the one that passed").hasSize(49);
        categories.values().removeIf(List.of("Not selected in this run")::equals);
        assertThat(categories)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ANN-1.1", List.of("A bound does not hold"),
                        "ANN-1.2", List.of("Another assertion failed"),
                        "ANN-1.3", List.of("Data missing or damaged"),
                        "ANN-1.4a", List.of("Data missing or damaged"),
                        "ANN-1.4b", List.of("A setting is wrong"),
                        "ANN-2.1", List.of("Out of memory, time or disk space"),
                        "ANN-2.2", List.of("Ended with another error"),
                        "ANN-4.1", List.of("Did not finish, or was not reached"),
                        "ANN-4.2", List.of("Did not finish, or was not reached")));
    }

    /** By requirement, from the report's page. */
    private Map<String, List<String>> categories() throws IOException {
        Map<String, List<String>> categories = new TreeMap<>();
        JsonNode tree =
                new ObjectMapper().readTree(ReportData.of(folder.resolve("report/index.html"), "data/categories.json"));
        for (JsonNode category : tree.path("children")) {
            for (JsonNode message : category.path("children")) {
                for (JsonNode test : message.path("children")) {
                    String id = test.path("name").asText().replaceFirst(" .*", "");
                    categories
                            .computeIfAbsent(id, unseen -> new ArrayList<>())
                            .add(category.path("name").asText());
                }
            }
        }
        return categories;
    }
}
