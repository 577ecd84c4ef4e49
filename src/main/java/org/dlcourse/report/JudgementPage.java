package org.dlcourse.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.Allure;
import io.qameta.allure.util.ResultsUtils;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dlcourse.figure.DataTable;
import org.dlcourse.sandbox.Verdict;

/**
 * What a requirement's page says of the submission that it judges.
 *
 * @param judgement of the submission
 */
record JudgementPage(Judgement judgement) {
    /** The attachment by which {@link Judgements} knows it. */
    static final String ATTACHMENT = "Judgement (JSON)";

    private static final String LABEL = "points";

    /** Puts the judgement into the result of the test that is running. */
    void attach() {
        Allure.getLifecycle().addAttachment(ATTACHMENT, "application/json", "json", new ByteArrayInputStream(json()));
        if (judgement.maximum() > 0) {
            Allure.getLifecycle().updateTestCase(result -> result.getLabels()
                    .add(ResultsUtils.createLabel(LABEL, judgement.inWords())));
        }
    }

    /** The points in a test's result, such as {@code 3 of 4}; empty if no submission was judged. */
    static String points(JsonNode result) {
        return RequirementLabels.value(result, LABEL).orElse("");
    }

    private byte[] json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(judgement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers is written", e);
        }
    }

    /** The beginning of the page's first line. */
    String label() {
        if (!judgement.graded()) {
            return "Not graded"
                    + (judgement.maximum() == 0
                            ? ""
                            : ": " + Points.inWords(judgement.maximum()) + " points stay open");
        }
        String verdict = judgement.earnedInPart()
                ? "The submission is right in part"
                : judgement.verdict() == Verdict.RIGHT ? "The submission is right" : "The submission is not right";
        return judgement.maximum() == 0 ? verdict : verdict + ": " + judgement.inWords() + " points";
    }

    /** The first line's mark, where not all of the requirement is right. */
    Html.Verdict notAll() {
        return judgement.earnedInPart() ? Html.Verdict.IN_PART : Html.Verdict.NOT_SHOWN;
    }

    /** The points, and how the code was found and run. */
    String html() {
        String points = judgement.maximum() == 0 ? "" : Html.heading("Points") + Html.table(table());
        return points
                + Html.heading("The submission")
                + judgement.remarks().stream().map(Html::paragraph).collect(Collectors.joining())
                + judgement.isolation().stream().map(Html::faintParagraph).collect(Collectors.joining());
    }

    private DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Judgement.Mark mark : judgement.criteria()) {
            rows.add(List.of(
                    mark.name().isEmpty() ? "the requirement" : mark.name(),
                    judgement.graded() ? Points.inWords(mark.points()) : "open",
                    Points.inWords(mark.maximum()),
                    mark.verdictInWords(),
                    why(mark)));
        }
        return new DataTable("Points", List.of("Criterion", "Points", "Of", "Verdict", "Why"), rows);
    }

    private static String why(Judgement.Mark mark) {
        List<String> sentences = new ArrayList<>(mark.reasons());
        mark.causes().forEach(cause -> sentences.add("Likely cause: " + cause + "."));
        return String.join(" ", sentences);
    }
}
