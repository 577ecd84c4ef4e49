package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassRatesTest {
    private static final List<String> IDS = List.of("ANN-1.1", "ANN-1.2");

    @Test
    void everyRequirementHasARowWithItsPassesAndTheSeedsThatDidNotPass() {
        PassRates rates = new PassRates(List.of(
                PassRates.trial(1449, IDS, List.of("ANN-1.1\tPASSED\t", "ANN-1.2\tFAILED\tp-value .3")),
                PassRates.trial(2449, IDS, List.of("ANN-1.1\tPASSED\t", "ANN-1.2\tPASSED\t"))));

        assertThat(rates.markdown())
                .contains("| ANN-1.1 | 2 of 2 |  |\n")
                .contains("| ANN-1.2 | 1 of 2 | 1449 (failed) |\n");
        assertThat(rates.reasons()).containsExactly("seed 1449, ANN-1.2 failed: p-value .3");
    }

    @Test
    void whatIsShownAtFullScaleOnlyIsNoPass() {
        PassRates.Trial trial =
                PassRates.trial(1449, IDS, List.of("ANN-1.1\tSHOWN_AT_FULL_SCALE_ONLY\twhy", "ANN-1.2\tPASSED\t"));

        assertThat(trial.passed()).isEqualTo(1);
        assertThat(new PassRates(List.of(trial)).markdown())
                .contains("| ANN-1.1 | 0 of 1 | 1449 (shown at full scale only) |");
    }

    @Test
    void requirementsThatAProcessDidNotReachDidNotFinish() {
        PassRates.Trial trial = PassRates.trial(1449, IDS, List.of("ANN-1.1\tPASSED\t"));

        assertThat(trial.results().get("ANN-1.2").outcome()).isEqualTo(Outcome.DID_NOT_FINISH);
    }
}
