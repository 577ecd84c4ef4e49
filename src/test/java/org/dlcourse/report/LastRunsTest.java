package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunsTest {
    @TempDir
    private Path history;

    @Test
    void firstRunDiffersFromNothing() throws IOException {
        LastRuns none = LastRuns.ofFolder(history);

        assertThat(none.differenceOf(SampleSummary.summary()).compared()).isZero();
        assertThat(none.differenceOf(SampleSummary.summary()).changes()).isEmpty();
    }

    @Test
    void equalRunDiffersInNothing() throws IOException {
        LastRuns.Difference difference = afterARun().differenceOf(SampleSummary.summary());

        assertThat(difference.compared()).as("all but what was not selected").isEqualTo(3);
        assertThat(difference.changes()).isEmpty();
    }

    @Test
    void otherNumberAndOtherOutcomeAreNamedWithWhatWasBefore() throws IOException {
        LastRuns last = afterARun();

        assertThat(last.differenceOf(SampleSummary.summary("0.022", Outcome.PASSED))
                        .changes())
                .containsExactly("ANN-1.1: mean absolute difference is 0.022, before 0.021 (local run #2).");
        assertThat(last.differenceOf(SampleSummary.summary("3", Outcome.FAILED)).changes())
                .containsExactly("ANN-1.1: failed, before passed (local run #2).");
    }

    @Test
    void requirementThatARunLeavesOutKeepsWhatItDidBefore() throws IOException {
        LastRuns last = afterARun().with(SampleSummary.summary("0.021", Outcome.NOT_SELECTED));

        assertThat(last.differenceOf(SampleSummary.summary("3", Outcome.FAILED)).changes())
                .hasSize(1);
    }

    @Test
    void runAtAnotherScaleOrWithAnotherSeedIsNotCompared() throws IOException {
        Summary one = SampleSummary.summary("3", Outcome.FAILED);

        assertThat(afterARun()
                        .differenceOf(new Summary(one.title(), one.run(), "full", one.seed(), one.rows()))
                        .compared())
                .isZero();
        assertThat(afterARun()
                        .differenceOf(new Summary(one.title(), one.run(), one.scale(), "7", one.rows()))
                        .compared())
                .isZero();
    }

    @Test
    void damagedFileIsReportedWithWhatToDo() throws IOException {
        Files.writeString(history.resolve("summary.json"), "{\"ANN");

        assertThatThrownBy(() -> LastRuns.ofFolder(history))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("summary.json is not what a run left")
                .hasMessageContaining("Remove it");
    }

    private LastRuns afterARun() throws IOException {
        LastRuns.ofFolder(history).with(SampleSummary.summary()).keep(history);
        return LastRuns.ofFolder(history);
    }
}
