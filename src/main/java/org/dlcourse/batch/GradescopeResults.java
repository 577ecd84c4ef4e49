package org.dlcourse.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.report.Judgement;
import org.dlcourse.sandbox.Verdict;

/**
 * The results of a submission as Gradescope reads them from {@code results.json}.
 *
 * @param graded the submission; every requirement has a judgement
 */
record GradescopeResults(GradedSubmission graded) {
    private static final String TEXT = "text";
    private static final String VISIBLE = "visible";

    /**
     * The fields of the file, by Gradescope's names.
     *
     * @param score points of the whole
     * @param executionTime in seconds
     * @param output shown first
     * @param tests one a criterion
     * @param leaderboard values that submissions are ranked by
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Results(
            double score,
            @JsonProperty("execution_time") double executionTime,
            String output,
            @JsonProperty("output_format") String outputFormat,
            @JsonProperty("test_output_format") String testOutputFormat,
            @JsonProperty("test_name_format") String testNameFormat,
            String visibility,
            @JsonProperty("stdout_visibility") String stdoutVisibility,
            @JsonProperty("extra_data") Map<String, Object> extraData,
            List<Test> tests,
            List<Rank> leaderboard) {}

    /** A test, by Gradescope's names. */
    private record Test(
            double score,
            @JsonProperty("max_score") double maxScore,
            String status,
            String name,
            @JsonProperty("name_format") String nameFormat,
            String number,
            String output,
            @JsonProperty("output_format") String outputFormat,
            List<String> tags,
            String visibility,
            @JsonProperty("extra_data") Map<String, Object> extraData) {}

    /** A value of the leaderboard, by Gradescope's names; the largest is first unless it says otherwise. */
    private record Rank(String name, double value) {}

    /** The file. */
    byte[] json() {
        List<Test> tests = new ArrayList<>();
        for (int i = 0; i < graded.judgements().size(); i++) {
            Judgement judgement = graded.judgements().get(i);
            for (int j = 0; j < judgement.criteria().size(); j++) {
                tests.add(test(judgement, judgement.criteria().get(j), (i + 1) + "." + (j + 1)));
            }
        }
        Results results = new Results(
                graded.points().earned(),
                graded.seconds(),
                graded.inWords(),
                TEXT,
                TEXT,
                TEXT,
                VISIBLE,
                "hidden",
                Map.of("submission", graded.name()),
                tests,
                graded.scores().stream()
                        .map(score -> new Rank(score.name(), score.value()))
                        .toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(results);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers is written", e);
        }
    }

    private static Test test(Judgement judgement, Judgement.Mark mark, String number) {
        List<String> lines = new ArrayList<>(mark.reasons());
        mark.causes().forEach(cause -> lines.add("Likely cause: " + cause + "."));
        lines.addAll(judgement.remarks());
        return new Test(
                mark.points(),
                mark.maximum(),
                mark.verdict() == Verdict.RIGHT ? "passed" : "failed",
                judgement.id() + " " + judgement.title() + (mark.name().isEmpty() ? "" : ": " + mark.name()),
                TEXT,
                number,
                String.join("\n", lines),
                TEXT,
                List.of(judgement.id()),
                VISIBLE,
                Map.of("verdict", mark.verdictInWords()));
    }
}
