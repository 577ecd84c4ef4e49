package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class CompetitionTest {
    @Requirement("CONV-4")
    void bestEntryIsChosenByValidationAndTestedOnce(Experiments experiments, Evidence evidence) {
        Competition.Result result = experiments.run(new Competition());
        CompetitionPage page = new CompetitionPage(result);
        page.show(evidence);
        page.attach(evidence, new ResultFiles(experiments.settings().results(), "conv"));
        page.check(evidence);

        assertThat(result.attempts()).extracting(Attempt::entry).containsExactly(Entry.values());
        assertThat(result.attempts())
                .as("entries that need a GPU are run only on a GPU")
                .allSatisfy(attempt -> assertThat(attempt.run().isPresent())
                        .isEqualTo(result.onGpu() || !attempt.entry().needsGpu()));
        assertThat(new Leaderboard(result).table().rows()).hasSize(Entry.values().length);
        evidence.assertChecks();
    }
}
