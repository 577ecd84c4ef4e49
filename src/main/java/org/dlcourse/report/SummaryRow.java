package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * A requirement in the summary.
 *
 * @param place in the catalogue
 * @param outcome in this run
 * @param facts of its evidence
 * @param message why it did not pass; empty if it did
 * @param points that a submission earned, such as {@code 3 of 4}; empty if none was judged
 * @param recorded its recording
 * @param seconds that its test took; NaN if it did not begin
 */
record SummaryRow(
        Place place,
        Outcome outcome,
        EvidenceFacts facts,
        String message,
        String points,
        Optional<RecordedRequirement> recorded,
        double seconds) {
    /** Characters of a message that a row has room for. */
    private static final int LONGEST_MESSAGE = 300;

    /**
     * The row of a requirement's result.
     *
     * @param results the folder that the result is in
     * @param recorded its recording
     * @throws IOException if the attached facts cannot be read
     */
    static SummaryRow of(
            Place place,
            Outcome outcome,
            JsonNode result,
            AllureResults results,
            Optional<RecordedRequirement> recorded)
            throws IOException {
        byte[] facts = results.attachment(result, EvidenceFacts.ATTACHMENT).orElse(null);
        double seconds = (result.path("stop").asLong() - result.path("start").asLong()) / 1000.0;
        return new SummaryRow(
                place,
                outcome,
                facts == null ? EvidenceFacts.NONE : EvidenceFacts.of(facts),
                outcome == Outcome.PASSED
                        ? ""
                        : result.at("/statusDetails/message").asText(""),
                JudgementPage.points(result),
                recorded,
                facts == null ? Double.NaN : seconds);
    }

    String id() {
        return place.entry().id();
    }

    /** What was shown, or why it was not; before that the points, where a submission was judged. */
    String sentence() {
        String shown = shown();
        return points.isEmpty() || shown.contains(points + " points") ? shown : points + " points. " + shown;
    }

    private String shown() {
        return switch (outcome) {
            case PASSED -> facts.sentence();
            case SHOWN_AT_FULL_SCALE_ONLY ->
                Stream.of(facts.sentence(), firstLine())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
            case FAILED, BROKEN -> facts.sentence().isEmpty() ? firstLine() : facts.sentence();
            default -> firstLine();
        };
    }

    /** The first line of the message, cut where it is very long. */
    String firstLine() {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
