package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Stage;
import org.dlcourse.homework.fcnet.HyperparameterSearch.Trial;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.junit.jupiter.api.Test;

class SearchAnswersTest {
    private static final Candidate TUNED = new Candidate(200, 1e-3, .01, 2_000);

    @Test
    void defaultWhoseLossStillDecreasesWithoutAGapUnderfits() {
        SearchAnswers answers = answers(trial(SampleData.line(2.3, 2.2), .21, .20), .5, List.of(.2, .4, .2, .3));

        assertThat(answers.whyTheDefaultIsPoor())
                .contains(
                        "In 1,000 steps its loss changes by -5.0e-02 in the first half and by -5.0e-02 in the second, from"
                                + " 2.3000 to 2.2000")
                .contains("still decreasing")
                .contains("The tuned network's loss ends at 1.0000")
                .contains("it underfits");
    }

    @Test
    void risingLossIsNotReportedAsDecreasing() {
        assertThat(answers(trial(SampleData.line(2.3, 2.4), .21, .20), .5, List.of(.2, .4, .2, .3))
                        .whyTheDefaultIsPoor())
                .contains("does not decrease overall");
    }

    @Test
    void defaultThatHasConvergedWithAGapOverfits() {
        double[] early = SampleData.level(1);
        early[0] = 2.3;

        assertThat(answers(trial(early, .9, .3), .5, List.of(.2, .4, .2, .3)).whyTheDefaultIsPoor())
                .contains("has converged")
                .contains("it overfits");
    }

    @Test
    void singleChangeIsNamedOnlyIfItsGainExceedsThreeStandardErrors() {
        Trial byDefault = trial(SampleData.line(2.3, 2.2), .21, .20);

        assertThat(answers(byDefault, .5, List.of(.2, .4, .2, .3)).whatMatters())
                .contains("hidden units 0.200 (2.000), learning rate 0.400 (1.500), penalty 0.200 (2.000), steps 0.300")
                .contains(
                        "Changing the learning rate improves the accuracy most, by 0.200, which is more than three standard errors (0.06")
                .contains(
                        "Judged by the training loss, the learning rate matters most: with the tuned value alone it ends at 1.500 in place of 2.200")
                .contains("All four changes together improve it by 0.300");
        assertThat(answers(byDefault, .5, List.of(.2, .22, .2, .21)).whatMatters())
                .contains("No single change improves the accuracy by more than three standard errors");
    }

    @Test
    void lossThatOverflowsIsCalledDivergedAndDecreasesForNobody() {
        Trial diverged = trial(SampleData.line(2.3, 7e111), .1, .1);

        assertThat(diverged.lastLoss()).isEqualTo("diverged: loss 7e+111");
        assertThat(answers(diverged, .5, List.of(.1, .1, .1, .1)).whatMatters())
                .contains("of the default, 0.100 (diverged: loss 7e+111)");
    }

    @Test
    void testAccuracyBelowValidationIsExplainedAndAboveIsNot() {
        Trial byDefault = trial(SampleData.line(2.3, 2.2), .21, .20);

        assertThat(answers(byDefault, .48, List.of(.2, .4, .2, .3)).conclusion())
                .contains(
                        "The default, with 50 hidden units",
                        "0.200; the best of 6 networks",
                        "2,000 steps, reaches 0.500")
                .contains("This is less than its validation accuracy");
        assertThat(answers(byDefault, .52, List.of(.2, .4, .2, .3)).conclusion())
                .contains("not less than its validation accuracy");
    }

    private static SearchAnswers answers(Trial byDefault, double testAccuracy, List<Double> singles) {
        List<Trial> trials = new ArrayList<>(List.of(byDefault));
        Trial best = new Trial(Stage.FINE, TUNED, run(SampleData.line(2.3, 1), .6, .5, testAccuracy));
        trials.add(best);
        List<Candidate> candidates = byDefault.candidate().withEachOf(TUNED);
        for (int i = 0; i < singles.size(); i++) {
            trials.add(new Trial(
                    Stage.SINGLE,
                    candidates.get(i),
                    run(SampleData.line(2.3, i == 1 ? 1.5 : 2), singles.get(i), singles.get(i), .1)));
        }
        return new SearchAnswers(new HyperparameterSearch.Result(
                Scale.QUICK,
                Origin.SYNTHETIC,
                SampleData.data().withoutTest(),
                trials,
                best,
                best.run(),
                repeats(byDefault),
                repeats(best)));
    }

    private static Repeats repeats(Trial trial) {
        return new Repeats(trial.run().request().plan(), List.of(trial.run()));
    }

    private static Trial trial(double[] losses, double training, double validation) {
        return new Trial(Stage.DEFAULT, Candidate.defaults(1_000), run(losses, training, validation, .1));
    }

    private static Run run(double[] losses, double training, double validation, double test) {
        return SampleRun.of(GrayCifarArchitectures.MLP_1, 1)
                .with(Map.of(
                        Curve.MEAN_TRAINING_LOSS, losses, Curve.VALIDATION_ACCURACY, SampleData.line(.1, validation)))
                .withAccuracies(training, test)
                .run();
    }
}
