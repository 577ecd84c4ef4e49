package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.ImageDataset;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.cifar.ConfusionMatrix;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.homework.data.SyntheticCifar10;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.FloatArray;
import org.dlcourse.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class CompetitionAnswersTest {
    private static final int IMAGES = 20;
    private static final int CLASSES = 10;

    private final ImageDataset images = SyntheticCifar10.draw(IMAGES, IMAGES);

    @Test
    void changesAreComparedWithThreeStandardErrors() {
        assertThat(answers(Scale.QUICK, false, 10, .5, .6, .62, .5, .7).whatHelped())
                .startsWith("Accuracy on 1,000 validation images, one run each: ")
                .contains("from 0.500 to 0.600, a gain (three standard errors: 0.066)")
                .contains(
                        "from 0.600 to 0.620, which is no significant difference for one run (three standard errors: 0.065)")
                .contains("from 0.620 to 0.500, a loss (three standard errors: 0.066)");
    }

    @Test
    void epochsAreComparedOnlyIfTheyDiffer() {
        assertThat(answers(Scale.QUICK, false, 10, .5, .6, .6, .6, .7).whatHelped())
                .contains("a learning rate that rises to 0.1 and falls: from 0.500")
                .contains("3 epochs instead of 2: from 0.600 to 0.700");
        assertThat(answers(Scale.FULL, false, 10, .5, .6, .6, .6, .7).whatHelped())
                .contains("rises to 0.1 and falls, with 3 epochs instead of 10: from 0.500");
    }

    @Test
    void testAccuracyOfTheWinnerIsComparedWithItsValidationAccuracy() {
        assertThat(answers(Scale.QUICK, false, 10, .2, .3, .3, .3, .6).winner())
                .startsWith(
                        "\"residual, longer\" has the best validation accuracy of the 5 entries that were run, 0.600.")
                .contains("it classifies 0.500 of 20 test images correctly (standard error 0.112)")
                .contains("This is less than the validation accuracy");
        assertThat(answers(Scale.QUICK, false, 12, .2, .3, .3, .3, .6).winner())
                .contains("This is not less than the validation accuracy");
    }

    @Test
    void entryForAGpuIsReportedAsNotRunOnACpu() {
        assertThat(answers(Scale.QUICK, false, 10, .2, .3, .3, .3, .6).goal())
                .contains(".90 is not asserted")
                .contains("Not run, and without results on the leaderboard: \"residual, wide\" (412,954 parameters");
        assertThat(answers(Scale.QUICK, true, 10, .2, .3, .3, .3, .6, .5).goal())
                .contains("The entries were trained on a GPU");
    }

    @Test
    void mostFrequentConfusionsAndTheHardestClassAreNamed() {
        Competition.Result result = result(Scale.QUICK, false, 16, .2, .3, .3, .3, .6);
        ConfusionMatrix confusion = ConfusionMatrix.of(
                result.testProbabilities(), images.classes(), images.test().labels());

        // The last four images, of the classes 6 to 9, are taken for the next class.
        assertThat(new CompetitionAnswers(result).confused(confusion))
                .startsWith(
                        "Of 4 misclassified images, the most frequent confusions are between disc and checkerboard (1),")
                .endsWith("The hardest class is horizontal stripes: 0.500 of its images are classified correctly.");
    }

    private CompetitionAnswers answers(Scale scale, boolean onGpu, int correct, double... accuracies) {
        return new CompetitionAnswers(result(scale, onGpu, correct, accuracies));
    }

    /**
     * A made-up competition.
     *
     * @param correct number of correctly classified test images, the first ones
     * @param accuracies on the validation set, of the entries that were run
     */
    private Competition.Result result(Scale scale, boolean onGpu, int correct, double... accuracies) {
        List<Attempt> attempts = Stream.of(Entry.values())
                .map(entry -> attempt(entry, scale, accuracies))
                .toList();
        return new Competition.Result(
                scale,
                onGpu,
                images,
                SampleData.data().withoutTest(),
                "sample",
                attempts,
                attempts.get(Entry.RESIDUAL.ordinal()),
                accuracies[Entry.RESIDUAL.ordinal()],
                predictions(correct),
                repeats(attempts.get(0)),
                repeats(attempts.get(Entry.RESIDUAL.ordinal())));
    }

    private static Repeats repeats(Attempt attempt) {
        return new Repeats(attempt.plan(), List.of(attempt.run().orElseThrow()));
    }

    private static Attempt attempt(Entry entry, Scale scale, double... accuracies) {
        TrainingPlan plan = entry.plan(scale, 400);
        if (entry.ordinal() >= accuracies.length) {
            return new Attempt(entry, plan, Optional.empty());
        }
        SampleRun run = SampleRun.of(plan.architecture(), 1)
                .with(Map.of(Curve.VALIDATION_ACCURACY, SampleData.level(accuracies[entry.ordinal()])));
        return new Attempt(entry, plan, Optional.of(run.run()));
    }

    /** Probabilities that are 1 for the true class of the first images and for the class after it for the others. */
    private FloatArray predictions(int correct) {
        float[] probabilities = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            int predicted = images.test().labels()[i] + (i < correct ? 0 : 1);
            probabilities[i * CLASSES + predicted % CLASSES] = 1;
        }
        return new FloatArray(new int[] {IMAGES, CLASSES}, probabilities);
    }
}
