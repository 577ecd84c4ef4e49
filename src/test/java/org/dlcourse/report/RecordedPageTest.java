package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dlcourse.reference.ComparedRepeats;
import org.dlcourse.reference.PredictionInterval;
import org.dlcourse.reference.RecordedRequirement;
import org.dlcourse.reference.RepeatsComparison;
import org.dlcourse.reference.SampleRecording;
import org.junit.jupiter.api.Test;

class RecordedPageTest {
    private static final RecordedRequirement RECORDED = SampleRecording.of(.5, .6, .7);

    @Test
    void frameSaysWhereItComesFromAndThatItIsNotOfThisRun() {
        assertThat(new RecordedPage(RECORDED, Optional.empty()).html())
                .containsSubsequence(
                        "<div data-frame",
                        "Recorded: full scale, MNIST (real), 3 runs with 3 seeds, 2026-11-28, code 30e851a1c1c2, AMD EPYC, 2 cores",
                        "Not of this run. Recorded by: mvn test -Dgroups=DOGS-2 -Pfull",
                        "With &lt;b&gt; it is .9.",
                        "test accuracy: 0.908, bound &gt; 0.9.",
                        "data-attachment=\"Recorded: Accuracy (SVG)\"",
                        "Of every &lt;seed&gt;.",
                        "0.100",
                        "</div>")
                .doesNotContain("Compared with");
    }

    @Test
    void meanThatIsNotAsExpectedStandsInATableThatSaysItDoesNotFail() {
        RepeatsComparison comparison = new RepeatsComparison(
                List.of(new ComparedRepeats("mlp_1", "test accuracy", 3, 2, .9, new PredictionInterval(.6, .1))),
                0,
                0,
                0,
                0);
        RecordedPage page = new RecordedPage(RECORDED, Optional.of(comparison));

        assertThat(page.comparisonInShort())
                .isEqualTo("1 of 1 mean lies outside of what the recorded repeats predict.");
        assertThat(page.html())
                .containsSubsequence(
                        "Compared with the recorded repeats",
                        page.comparisonInShort(),
                        "TOO HIGH",
                        "does not make the requirement fail",
                        "<div data-frame");
    }

    @Test
    void comparisonWithoutAnythingToCompareSaysWhy() {
        RepeatsComparison comparison = new RepeatsComparison(List.of(), 0, 0, 1, 0);

        assertThat(new RecordedPage(RECORDED, Optional.of(comparison)).html())
                .contains("Of 1 plan fewer than 3 repeats are recorded")
                .doesNotContain("Position");
    }
}
