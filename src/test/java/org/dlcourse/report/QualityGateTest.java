package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityGateTest {
    @TempDir
    private Path folder;

    private Path results;
    private Path kept;

    @BeforeEach
    void emptyFolders() throws IOException {
        results = Files.createDirectory(folder.resolve("results"));
        kept = folder.resolve("kept/requirements.txt");
    }

    @Test
    void firstRunPassesAndIsKept() throws IOException {
        result("a", "CONV-1", "passed", 1);

        QualityGate gate = QualityGate.pass(results, kept);

        assertThat(gate.open()).isTrue();
        assertThat(gate.message()).isEqualTo("1 of 50 requirements passed; there is no earlier run to compare with.");
        assertThat(Files.readAllLines(kept)).hasSize(50).contains("CONV-1 passed", "CONV-2 did not finish");
    }

    @Test
    void whatFailedOrDidNotFinishIsBrokenAndWhatWasSkippedIsNot() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name(), outcome);
        }

        assertThat(new RequirementResults(outcomes).broken())
                .containsExactlyInAnyOrder(
                        "FAILED failed", "BROKEN broken", "DID_NOT_FINISH did not finish", "NOT_REACHED not reached");
    }

    @ParameterizedTest
    @CsvSource({
        "failed",
        "broken",
        "did not finish",
        "skipped",
        "not reached",
        "not selected",
        "not covered yet",
        "marked by a person"
    })
    void nothingButAPassCounts(String outcome) throws IOException {
        keep("CONV-1 passed", "CONV-2 passed");
        result("a", "CONV-1", "passed", 1);
        result("b", "CONV-2", outcome, 1);

        QualityGate gate = QualityGate.pass(results, kept);

        assertThat(gate.open()).isFalse();
        assertThat(gate.message())
                .isEqualTo("1 of 50 requirements passed, 1 fewer than in the last run (2). No longer passed: CONV-2 ("
                        + outcome + ").");
        assertThat(Files.readAllLines(kept))
                .as("a closed gate keeps what it compared with")
                .containsExactly("CONV-1 passed", "CONV-2 passed");
    }

    @Test
    void requirementWithoutAnyResultDidNotFinish() throws IOException {
        keep("CONV-1 passed", "CONV-2 passed");
        result("a", "CONV-1", "passed", 1);

        assertThat(QualityGate.pass(results, kept).message()).contains("CONV-2 (did not finish)");
    }

    @Test
    void equalNumberPassesAndNamesWhatChangedPlaces() throws IOException {
        keep("CONV-1 passed", "CONV-2 failed");
        result("a", "CONV-1", "failed", 1);
        result("b", "CONV-2", "passed", 1);

        QualityGate gate = QualityGate.pass(results, kept);

        assertThat(gate.open()).isTrue();
        assertThat(gate.message())
                .isEqualTo("1 of 50 requirements passed, as many as in the last run (1). No longer passed: CONV-1"
                        + " (failed). Passed now: CONV-2.");
    }

    @Test
    void higherNumberIsTheNextRunsMeasure() throws IOException {
        keep("CONV-1 passed");
        result("a", "CONV-1", "passed", 1);
        result("b", "CONV-2", "passed", 1);
        assertThat(QualityGate.pass(results, kept).message()).contains("1 more than in the last run (1)");

        result("b", "CONV-2", "failed", 2);

        assertThat(QualityGate.pass(results, kept).open()).isFalse();
    }

    @Test
    void lastResultOfARepeatedTestCounts() throws IOException {
        result("z", "CONV-1", "failed", 1);
        result("a", "CONV-1", "passed", 2);

        assertThat(QualityGate.pass(results, kept).message()).startsWith("1 of 50");
    }

    @Test
    void harnessTestsAreNoRequirements() throws IOException {
        result("a", "CONV-1", "failed", 1);
        Files.writeString(results.resolve("h-result.json"), "{\"status\":\"passed\",\"labels\":[]}");

        assertThat(QualityGate.pass(results, kept).message()).startsWith("0 of 50");
    }

    @Test
    void resultWithoutAnOutcomeIsNamedWithWhatToDo() throws IOException {
        result("a", "CONV-1", "pased", 1);

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "The result " + results.resolve("a-result.json") + " is of CONV-1 and has no label")
                .hasMessageContaining("Run mvn test again");
    }

    @Test
    void resultsOfAnotherCourseAreNoRun() throws IOException {
        result("a", "SHAPES-1", "passed", 1);

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are of SHAPES-1, which no catalogue on the class path has");
    }

    @Test
    void folderWithoutResultsIsAnErrorAndNoPass() {
        assertThatThrownBy(() -> QualityGate.pass(folder.resolve("nowhere"), kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No result of a requirement is in")
                .hasMessageContaining("run mvn test before");
    }

    @Test
    void keptFileThatCannotBeReadIsAnErrorWithItsLine() throws IOException {
        keep("CONV-1 passed", "<html>");
        result("a", "CONV-1", "passed", 1);

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Line 2 of")
                .hasMessageContaining("is \"<html>\"; expected an id and an outcome");
    }

    @Test
    void folderInPlaceOfTheKeptFileIsNamed() throws IOException {
        Files.createDirectories(kept);
        result("a", "CONV-1", "passed", 1);

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessage(kept
                        + " is a folder. Expected a file that an earlier run of the gate wrote; remove what is there"
                        + " to compare with no earlier run.");
    }

    @Test
    void keptFileThatIsEmptyIsNoRunWithoutAPass() throws IOException {
        keep();
        result("a", "CONV-1", "passed", 1);

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(kept + " is empty");
    }

    @ParameterizedTest
    @CsvSource({"0, it is empty", "40, Unexpected end-of-input"})
    void resultThatWasCutIsNamedWithWhatToDo(int length, String reason) throws IOException {
        result("a", "CONV-1", "passed", 1);
        Path cut = results.resolve("a-result.json");
        Files.writeString(cut, Files.readString(cut).substring(0, length));

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("The result " + cut + " is cut or damaged (" + reason, "Run mvn test again")
                .hasNoCause();
        assertThat(kept).doesNotExist();
    }

    @Test
    void folderInPlaceOfAResultIsNamed() throws IOException {
        Path folder = Files.createDirectory(results.resolve("a-result.json"));

        assertThatThrownBy(() -> QualityGate.pass(results, kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The result " + folder + " cannot be read");
    }

    @Test
    void placeThatCannotBeWrittenIsNamed() throws IOException {
        result("a", "CONV-1", "passed", 1);
        Path below = Files.writeString(folder.resolve("file"), "mine").resolve("requirements.txt");

        assertThatThrownBy(() -> QualityGate.pass(results, below))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The outcomes cannot be kept in " + below);
    }

    @Test
    void keptOutcomesComeBackAsTheyWere() throws IOException {
        RequirementResults all = new RequirementResults(Map.of("A-1", Outcome.NOT_COVERED));
        all.keep(kept);

        assertThat(RequirementResults.ofFile(kept)).isEqualTo(all);
    }

    private void keep(String... lines) throws IOException {
        Files.createDirectories(kept.getParent());
        Files.write(kept, List.of(lines));
    }

    /** With a status and a message that say something else, to neither of which anybody may pay attention. */
    private void result(String name, String id, String outcome, long stop) throws IOException {
        Files.writeString(results.resolve(name + "-result.json"), """
                {"status": "skipped", "stop": %d, "statusDetails": {"message": "Not selected: by this message"},
                 "labels": [{"name": "epic", "value": "4"}, {"name": "requirement", "value": "%s"},
                            {"name": "outcome", "value": "%s"}]}
                """.formatted(stop, id, outcome));
    }
}
