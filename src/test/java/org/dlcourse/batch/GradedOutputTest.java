package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradedOutputTest {
    /** Gradescope's documented fields. */
    private static final Set<String> TOP = Set.of(
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard");

    private static final Set<String> OF_A_TEST = Set.of(
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data");

    private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");
    private static final Set<String> VISIBILITIES = Set.of("hidden", "after_due_date", "after_published", "visible");

    private static final List<String> REQUIREMENTS = List.of("FCNET-1a", "FCNET-1b");

    @TempDir
    private Path folder;

    @Test
    void resultsHaveGradescopesFieldsAlone() throws IOException {
        JsonNode results = results(SampleGrades.partlyRight());

        assertThat(results.fieldNames()).toIterable().isSubsetOf(TOP);
        assertThat(results.path("visibility").asText()).isIn(VISIBILITIES);
        assertThat(results.path("stdout_visibility").asText()).isIn(VISIBILITIES);
        assertThat(results.path("leaderboard")).hasSize(1).allSatisfy(rank -> {
            assertThat(rank.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "value");
            assertThat(rank.path("value").asDouble()).isEqualTo(.75);
        });
        assertThat(results.path("tests")).hasSize(3).allSatisfy(test -> {
            assertThat(test.fieldNames()).toIterable().isSubsetOf(OF_A_TEST);
            assertThat(test.path("status").asText()).isIn("passed", "failed");
            assertThat(test.path("visibility").asText()).isIn(VISIBILITIES);
            assertThat(test.path("output_format").asText()).isIn(FORMATS);
            assertThat(test.path("score").isNumber() && test.path("max_score").isNumber())
                    .isTrue();
            assertThat(test.path("number").isTextual()).isTrue();
        });
    }

    @Test
    void allOutputsHaveTheSamePoints() throws IOException {
        GradedSubmission graded = SampleGrades.partlyRight();
        new ClassOutput(folder, REQUIREMENTS, List.of(graded)).write();
        new SubmissionOutput(folder.resolve("ada"), graded).write();

        JsonNode results = results(graded);
        double sum = 0;
        for (JsonNode test : results.path("tests")) {
            sum += test.path("score").asDouble();
        }
        assertThat(results.path("score").asDouble()).isEqualTo(3).isEqualTo(sum);
        assertThat(Files.readString(folder.resolve("grades.csv")))
                .contains("submission,points,maximum,FCNET-1a,FCNET-1b,remark\r\nada,3,6,3,0,\r\n");
        assertThat(Files.readString(folder.resolve("ada/feedback.md")))
                .startsWith("# ada: 3 of 6 points\n")
                .contains("## FCNET-1a · Probabilities: 3 of 4 points")
                .contains("- large scores: wrong, 0 of 1")
                .contains("  - **Likely cause:** the exponentials overflow");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("<h2>Leaderboard: test accuracy</h2>", "<td class=\"number\">0.7500</td>")
                .contains(
                        "feedback</a></small></td><td class=\"number\">3</td><td class=\"number\">3</td><td class=\"number\">0</td>");
        assertThat(graded.inWords()).isEqualTo("3 of 6 points");
    }

    @Test
    void whatIsNotHandedInIsSaidOnceAndHidesNoMistake() throws IOException {
        GradedSubmission empty = SampleGrades.withNothing();
        new ClassOutput(folder, REQUIREMENTS, List.of(empty, SampleGrades.partlyRight())).write();
        new SubmissionOutput(folder.resolve("eve"), empty).write();

        assertThat(Files.readString(folder.resolve("eve/feedback.md")))
                .contains("- all of it: not found, 0 of 4\n  - No file has it.\n")
                .doesNotContain("toy data", "large scores");
        assertThat(new ClassFigures(REQUIREMENTS, List.of(empty)).mistakes()).isEmpty();
        assertThat(new ClassFigures(REQUIREMENTS, List.of(SampleGrades.partlyRight())).mistakes())
                .isPresent();
    }

    @Test
    void pointsThatAPersonTakesAwayAreNoMistakeOfTheClass() {
        assertThat(new ClassFigures(List.of("FCNET-4c"), List.of(SampleGrades.wrongAnswer())).mistakes())
                .isEmpty();
    }

    @Test
    void textOfAStudentsCodeIsNoMarkup() throws IOException {
        GradedSubmission graded = SampleGrades.partlyRight();
        new SubmissionOutput(folder, graded).write();

        assertThat(Files.readString(folder.resolve("feedback.md")))
                .contains("ValueError: \\<b\\>\\*no\\*\\</b\\> \\# shape");
    }

    @Test
    void whatIsNotGradedIsNeverZeroPoints() throws IOException {
        List<GradedSubmission> all = List.of(SampleGrades.partlyGraded(), SampleGrades.failed());
        new ClassOutput(folder, REQUIREMENTS, all).write();
        new SubmissionOutput(folder.resolve("bob"), all.get(0)).write();

        assertThat(Files.readString(folder.resolve("grades.csv")))
                .contains("=bob,,4,not graded,,\r\n")
                .contains("cy,,,,,not graded: its process ended with exit status 134; see log.txt\r\n");
        assertThat(folder.resolve("bob/results.json"))
                .as("with it, Gradescope would show 0 points")
                .doesNotExist();
        assertThat(Files.readString(folder.resolve("bob/feedback.md")))
                .contains("What runs the code failed; this says nothing about it.");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("2 could not be graded")
                .contains("None was graded.");
    }

    @Test
    void answersWithoutPointsAreListedAndInNoSum() throws IOException {
        GradedSubmission graded = SampleGrades.withAnOpenAnswer();
        ClassOutput output = new ClassOutput(folder, List.of("FCNET-1b", "FCNET-2a"), List.of(graded));
        output.write();
        new SubmissionOutput(folder.resolve("dan"), graded).write();

        assertThat(Files.readString(folder.resolve("open-answers.csv")))
                .isEqualTo("submission,id,points,maximum,comment,title\r\ndan,FCNET-2a,,6,,Derivatives\r\n");
        assertThat(output.openAnswers()).hasValueSatisfying(line -> assertThat(line)
                .startsWith("Answers that wait for points: 1")
                .contains("--marks"));
        assertThat(Files.readString(folder.resolve("grades.csv")))
                .contains("dan,4,4,4,open,1 answer waits for points\r\n");
        assertThat(Files.readString(folder.resolve("dan/feedback.md")))
                .startsWith("# dan: 4 of 4 points\n")
                .contains("## FCNET-2a · Derivatives: of 6 points")
                .contains("- The heading \"2\" may mean FCNET-2a, ANN-2.");
        assertThat(results(graded).path("output").asText()).isEqualTo("4 of 4 points; 1 answer waits for points");

        new ClassOutput(folder, REQUIREMENTS, List.of(SampleGrades.partlyRight())).write();

        assertThat(folder.resolve("open-answers.csv")).as("none is open now").doesNotExist();
    }

    private JsonNode results(GradedSubmission graded) throws IOException {
        return new ObjectMapper().readTree(new GradescopeResults(graded).json());
    }
}
