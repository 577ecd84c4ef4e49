package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.grading.Solutions;
import org.dlcourse.grading.SubmittedPredictions;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.homework.data.Cifar10Source;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class CompetitionTest {
    @Requirement("CONV-4")
    void bestEntryIsChosenByValidationAndTestedOnce(Experiments experiments, Solutions solutions, Evidence evidence) {
        Optional<SubmittedPredictions> handedIn = solutions.predictions();
        if (handedIn.isPresent()) {
            judge(handedIn.get(), experiments.settings(), evidence);
            return;
        }
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

    private static void judge(SubmittedPredictions predictions, CourseSettings settings, Evidence evidence) {
        ImageDataset images = new Cifar10Source(settings)
                .published()
                .orElseGet(() ->
                        abort("Not graded: predictions are scored against the labels of CIFAR-10's test images, which"
                                + " are not in " + settings.data().toAbsolutePath()
                                + ". Name the folder of data sets with -Dcourse.data=FOLDER."));
        HandedInPredictions page = HandedInPredictions.of(predictions, images);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }
}
