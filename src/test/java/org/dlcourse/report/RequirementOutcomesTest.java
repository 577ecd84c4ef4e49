package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementOutcomesTest {
    private final RequirementCatalogue catalogue = RequirementCatalogue.ofClassPath();

    @Test
    void withoutAnyTestRunNothingIsPassed() {
        RequirementOutcomes outcomes = RequirementOutcomes.of(List.of("ANN-3.1 tested", "OTHER-1 tested"));

        assertThat(outcomes.of(catalogue)).hasSize(50).doesNotContainValue(Outcome.PASSED);
        assertThat(outcome(outcomes, "ANN-3.1")).as("has a test").isEqualTo(Outcome.NOT_SELECTED);
        assertThat(outcome(outcomes, "ANN-3.2")).as("has none").isEqualTo(Outcome.NOT_COVERED);
        assertThat(outcomes.tested()).containsExactly("ANN-3.1", "OTHER-1");
    }

    @Test
    void lastThingThatWasWrittenOfARequirementIsItsOutcome() {
        RequirementOutcomes brokenOff = RequirementOutcomes.of(List.of(
                "ANN-4.1 tested",
                "ANN-2.1 selected",
                "ANN-3.1 tested",
                "ANN-3.1 selected",
                "ANN-3.2 selected",
                "ANN-2.1 started",
                "ANN-2.1 PASSED",
                "ANN-3.1 started"));

        assertThat(brokenOff.sessionEnded()).isFalse();
        assertThat(outcome(brokenOff, "ANN-2.1")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(brokenOff, "ANN-3.1")).isEqualTo(Outcome.DID_NOT_FINISH);
        assertThat(outcome(brokenOff, "ANN-3.2")).isEqualTo(Outcome.NOT_REACHED);
        assertThat(outcome(brokenOff, "ANN-4.1")).isEqualTo(Outcome.NOT_SELECTED);
        assertThat(RequirementOutcomes.of(List.of("end")).sessionEnded()).isTrue();
    }

    private Outcome outcome(RequirementOutcomes outcomes, String id) {
        return outcomes.of(catalogue).get(catalogue.find(id).orElseThrow());
    }

    @Test
    void summaryCountsPassesEvenIfThereAreNone() {
        List<Outcome> outcomes = List.of(Outcome.NOT_COVERED, Outcome.FAILED, Outcome.NOT_COVERED);

        assertThat(RequirementOutcomes.summary(outcomes)).isEqualTo("0 passed, 1 failed, 2 not covered yet, of 3");
    }
}
