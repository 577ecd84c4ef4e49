package org.dlcourse.homework.dogs.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class MnistAnswersTest {
    @Test
    void risingAccuracyThatLevelsOffIsReportedAsSuch() {
        MnistAnswers answers = answers(1, .60, .75, .82, .88);

        assertThat(answers.rises()).isEqualTo(3);
        assertThat(answers.accuracy())
                .contains("changes by +0.280, more than three standard errors of the test sample")
                .contains("add +0.150, the last ones +0.060: it levels off")
                .doesNotContain("Part of the difference");
    }

    @Test
    void completeTrainingSetIsNotCalledASubset() {
        assertThat(answers(1, .6, .7, .8, .9).subset()).isEmpty();
    }

    @Test
    void differencesWithinThreeStandardErrorsShowNothing() {
        MnistAnswers answers = answers(1, .90, .89, .90, .91);

        assertThat(answers.rises()).isEqualTo(2);
        assertThat(answers.accuracy())
                .contains("+0.010, which is within three standard errors")
                .contains("cannot show");
    }

    @Test
    void accuracyThatRisesFasterAtTheEndDoesNotLevelOff() {
        assertThat(answers(1, .3, .4, .5, .8).accuracy()).contains("it does not level off");
    }

    @Test
    void lowTrainingAccuracyIsReported() {
        assertThat(answers(.45, .4, .7, .8, .9).accuracy())
                .contains("with 500 training images takes 150 steps, and its training accuracy is only 0.450");
    }

    @Test
    void stepsAreProportionalToImages() {
        assertThat(answers(1, .8, .9, .9, .9).time()).contains("150 for 500 images and 600 for 2,000");
    }

    private static MnistAnswers answers(double smallestTraining, double... test) {
        List<MnistBySize.Size> sizes = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Examples examples = examples(500 * (i + 1));
            Examples testSet = examples(1_000);
            sizes.add(new MnistBySize.Size(
                    new TrainingData("sample", examples, examples, testSet),
                    SampleData.repeats(SampleRun.of(MnistBySize.NETWORK, 1)
                            .with(Map.of(Curve.MEAN_TRAINING_LOSS, SampleData.line(2, 1)))
                            .withAccuracies(i == 0 ? smallestTraining : 1, test[i]))));
        }
        return new MnistAnswers(new MnistBySize.Result(Scale.QUICK, Origin.SYNTHETIC, 15, sizes));
    }

    private static Examples examples(int count) {
        return Examples.of(new float[count], new int[] {count, 1, 1, 1}, new int[count], 10);
    }
}
