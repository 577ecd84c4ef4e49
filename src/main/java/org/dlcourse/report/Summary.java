package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.report.RequirementCatalogue.Handout;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * A run in short: what became of each requirement, and the number that shows it.
 *
 * @param title of the courses
 * @param run such as {@code local run #2}
 * @param scale of the run
 * @param seed of the run
 * @param rows in the catalogue's order
 */
record Summary(String title, String run, String scale, String seed, List<SummaryRow> rows) {
    Summary {
        rows = List.copyOf(rows);
    }

    /**
     * The rows of requirements by what their tests left.
     *
     * @param recordings of requirements, by id
     * @throws IOException if a result cannot be read
     */
    static List<SummaryRow> rows(
            Map<Place, Outcome> outcomes,
            AllureResults results,
            Function<String, Optional<RecordedRequirement>> recordings)
            throws IOException {
        Map<String, JsonNode> byId = results.ofRequirements();
        List<SummaryRow> rows = new ArrayList<>();
        for (Map.Entry<Place, Outcome> outcome : outcomes.entrySet()) {
            String id = outcome.getKey().entry().id();
            if (!byId.containsKey(id)) {
                throw new IOException("There is no result of " + id + " in "
                        + results.folder().toAbsolutePath()
                        + ". Expected one of each requirement; were files removed during the run?");
            }
            rows.add(SummaryRow.of(outcome.getKey(), outcome.getValue(), byId.get(id), results, recordings.apply(id)));
        }
        return rows;
    }

    /** The handouts that have a row. */
    List<Handout> handouts() {
        return rows.stream().map(row -> row.place().handout()).distinct().toList();
    }

    /** The rows of a handout. */
    List<SummaryRow> of(Handout handout) {
        return rows.stream()
                .filter(row -> row.place().handout().equals(handout))
                .toList();
    }

    /** The counts of outcomes in words, such as {@code 2 passed, 1 shown at full scale only, of 3}. */
    static String counts(List<SummaryRow> rows) {
        return RequirementOutcomes.summary(
                rows.stream().map(SummaryRow::outcome).toList());
    }

    /** Whether the data of the tests that ran are real or synthetic; empty where no test said so. */
    String data() {
        return data(rows);
    }

    /** The same of some rows. */
    static String data(List<SummaryRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.facts().data().split(", ")))
                .filter(word -> !word.isEmpty() && !word.equals(EvidenceFacts.NO_DATA))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" and "));
    }

    /** A row a requirement, for programs. */
    DataTable table() {
        return new DataTable(
                "Summary",
                List.of(
                        "id",
                        "handout",
                        "part",
                        "title",
                        "outcome",
                        "shown",
                        "number",
                        "measured",
                        "bound",
                        "evidence",
                        "data",
                        "scale",
                        "seconds",
                        "recorded",
                        "recorded from",
                        "compared with recorded"),
                rows.stream().map(this::cells).toList());
    }

    private List<Object> cells(SummaryRow row) {
        return List.of(
                row.id(),
                row.place().handout().title(),
                row.place().part().title(),
                row.place().entry().title(),
                row.outcome(),
                row.sentence(),
                row.facts().number(),
                row.facts().measured(),
                row.facts().bound(),
                String.join(", ", row.facts().kinds()),
                row.facts().data(),
                scale,
                seconds(row),
                row.recorded()
                        .map(recorded -> recorded.evidence().sentence())
                        .orElseGet(row.place().entry()::fullScale),
                row.recorded().map(RecordedRequirement::inWords).orElse(""),
                row.facts().comparison());
    }

    /** The seconds of a row, rounded to tenths; empty if its test did not begin. */
    static String seconds(SummaryRow row) {
        return Double.isNaN(row.seconds()) ? "" : String.format(Locale.ROOT, "%.1f", row.seconds());
    }
}
