package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dlcourse.report.RequirementCatalogue.Place;
import org.junit.jupiter.api.Test;

class RequirementOutcomesTest {
    private final RequirementCatalogue catalogue = RequirementCatalogue.load();

    @Test
    void withoutAnyTestRunNothingIsPassed() {
        Map<Place, Outcome> outcomes = new RequirementOutcomes().of(catalogue);

        assertThat(outcomes).hasSize(50).doesNotContainValue(Outcome.PASSED);
        assertThat(outcomes.get(catalogue.find("ANN-3.1").orElseThrow()))
                .as("has a test")
                .isEqualTo(Outcome.NOT_SELECTED);
    }

    @Test
    void everyRequirementHasATest() {
        assertThat(new RequirementOutcomes().of(catalogue)).doesNotContainValue(Outcome.NOT_COVERED);
    }

    @Test
    void summaryCountsPassesEvenIfThereAreNone() {
        Map<Place, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put(catalogue.places().get(0), Outcome.FAILED);
        outcomes.put(catalogue.places().get(1), Outcome.NOT_COVERED);
        outcomes.put(catalogue.places().get(2), Outcome.NOT_COVERED);

        assertThat(RequirementOutcomes.summary(outcomes)).isEqualTo("0 passed, 1 failed, 2 not covered yet, of 3");
    }
}
