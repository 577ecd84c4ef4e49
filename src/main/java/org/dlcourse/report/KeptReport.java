package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.figure.DataTable;

/**
 * A finished report, read from its folder.
 *
 * @param folder that it is in
 * @param run such as {@code local run #2}; empty if nobody wrote it down
 * @param environment the facts of the run by name, such as {@code course.seed}, in the report's order
 * @param requirements in the catalogue's order
 */
public record KeptReport(Path folder, String run, Map<String, String> environment, List<KeptRequirement> requirements) {
    private static final String CSV = " (CSV)";

    private static final ObjectMapper JSON = new ObjectMapper();

    public KeptReport {
        requirements = List.copyOf(requirements);
    }

    /**
     * Reads a report.
     *
     * @param given its folder, or the {@code index.html} in it
     * @return with the requirements that ran
     * @throws IOException if it is no report of a course's run, or none of its requirements ran
     * @throws org.dlcourse.dataset.DataException if its summary is damaged
     */
    public static KeptReport of(Path given) throws IOException {
        Path folder = Files.isRegularFile(given) ? given.toAbsolutePath().getParent() : given;
        for (String file : List.of(PackedFiles.PAGE, ReportGenerator.TABLE)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IOException(folder.toAbsolutePath() + " is no report of a run: it "
                        + (Files.isDirectory(folder) ? "has no " + file : "does not exist")
                        + ". Expected what mvn test leaves in target/report, or a copy of that folder.");
            }
        }
        PackedFiles files = new PackedFiles(folder);
        List<KeptRequirement> requirements = requirements(folder, tables(files));
        if (requirements.isEmpty()) {
            throw new IOException("No requirement ran in the report " + folder.toAbsolutePath()
                    + ". Expected a run of at least one, as mvn test makes it.");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode fact : JSON.readTree(files.content("widgets/environment.json"))) {
            environment.put(
                    fact.path("name").asText(), fact.path("values").path(0).asText());
        }
        String run = JSON.readTree(files.content("widgets/executors.json"))
                .path(0)
                .path("buildName")
                .asText();
        return new KeptReport(folder, run, environment, requirements);
    }

    private static List<KeptRequirement> requirements(Path folder, Map<String, Map<String, DataTable>> tables) {
        List<KeptRequirement> requirements = new ArrayList<>();
        for (CsvTable.Row row :
                new CsvTable("the summary", folder.resolve(ReportGenerator.TABLE), KeptRequirement.COLUMNS).rows()) {
            Outcome outcome = Outcome.ofWords(row.cell("outcome"))
                    .orElseThrow(() -> row.wrong("the outcome " + row.cell("outcome"), "one that a run has"));
            if (outcome.isOfThisRun()) {
                requirements.add(KeptRequirement.of(row, tables.getOrDefault(row.cell("id"), Map.of())));
            }
        }
        return requirements;
    }

    /** The tables that each requirement's result has attached, by id and title. */
    private static Map<String, Map<String, DataTable>> tables(PackedFiles files) throws IOException {
        Map<String, Map<String, DataTable>> byRequirement = new HashMap<>();
        for (String name : files.in(ReportPage.TEST_CASES)) {
            JsonNode page = JSON.readTree(files.content(name));
            String id = RequirementLabels.id(page).orElse("");
            // Those of repeated tests are hidden behind the last.
            if (!id.isEmpty() && !page.path("hidden").asBoolean()) {
                Map<String, DataTable> tables = new LinkedHashMap<>();
                addTables(page.path("testStage"), files, tables);
                byRequirement.put(id, tables);
            }
        }
        return byRequirement;
    }

    private static void addTables(JsonNode step, PackedFiles files, Map<String, DataTable> tables) throws IOException {
        for (JsonNode attachment : step.path("attachments")) {
            String name = attachment.path("name").asText();
            if (name.endsWith(CSV)) {
                String title = name.substring(0, name.length() - CSV.length());
                byte[] csv = files.content(
                        ReportPage.ATTACHMENTS + attachment.path("source").asText());
                tables.put(title, DataTable.ofCsv(title, new String(csv, StandardCharsets.UTF_8)));
            }
        }
        for (JsonNode inner : step.path("steps")) {
            addTables(inner, files, tables);
        }
    }
}
