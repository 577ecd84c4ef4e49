package org.dlcourse.homework.dogs.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class MnistAnswersTest {
    @Test
    void risingAccuracyThatLevelsOffIsReportedAsSuch() {
        MnistAnswers answers = answers(.60, .75, .82, .88);

        assertThat(answers.rises()).isEqualTo(3);
        assertThat(answers.accuracy())
                .contains("difference +0.280; paired t-test over 3 seeds")
                .contains("add +0.150, the last ones +0.060: the accuracy levels off");
        assertThat(answers.comparisons()).hasSize(2).allMatch(SeedComparison::isShown);
        assertThat(answers.accuracyConclusion())
                .isEqualTo(
                        "The mean test accuracy is 0.600 with 500 training images and 0.880 with 2,000, over 3 seeds and with"
                                + " equal numbers of steps.");
    }

    @Test
    void completeTrainingSetIsNotCalledASubset() {
        assertThat(answers(.6, .7, .8, .9).subset()).isEmpty();
    }

    @Test
    void accuracyThatFallsBetweenTwoSizesShowsNothing() {
        MnistAnswers answers = answers(.90, .89, .90, .88);

        assertThat(answers.rises()).isEqualTo(1);
        assertThat(answers.accuracy()).contains("cannot show");
        assertThat(answers.comparisons().get(0).isShown()).isFalse();
    }

    @Test
    void accuracyThatRisesFasterAtTheEndDoesNotLevelOff() {
        assertThat(answers(.3, .4, .5, .8).accuracy()).contains("the accuracy does not level off");
    }

    @Test
    void stepsAndAccuracyWithEqualEpochsAreReported() {
        assertThat(answers(.4, .7, .8, .9).accuracy())
                .contains(
                        "With 15 epochs the smallest training set has only 150 steps, and its test accuracy is 0.200");
    }

    @Test
    void stepsAreProportionalToImages() {
        assertThat(answers(.8, .9, .9, .9).time()).contains("150 for 500 images and 600 for 2,000");
    }

    private static MnistAnswers answers(double... test) {
        List<MnistBySize.Size> sizes = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Examples examples = examples(500 * (i + 1));
            Examples testSet = examples(1_000);
            sizes.add(new MnistBySize.Size(
                    new TrainingData("sample", examples, examples, testSet), repeats(test[i] / 2), repeats(test[i])));
        }
        return new MnistAnswers(new MnistBySize.Result(Scale.QUICK, Origin.SYNTHETIC, 15, sizes));
    }

    private static Repeats repeats(double test) {
        return SampleData.repeats(SampleRun.of(MnistBySize.NETWORK, 1)
                .with(Map.of(Curve.MEAN_TRAINING_LOSS, SampleData.line(2, 1)))
                .withAccuracies(1, test));
    }

    private static Examples examples(int count) {
        return Examples.of(new float[count], new int[] {count, 1, 1, 1}, new int[count], 10);
    }
}
