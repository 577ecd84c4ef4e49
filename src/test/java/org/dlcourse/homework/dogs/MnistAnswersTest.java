package org.dlcourse.homework.dogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class MnistAnswersTest {
    @Test
    void risingAccuracyThatLevelsOffIsSaidTo() {
        MnistAnswers answers = answers(1, .80, .88, .90, .91);

        assertThat(answers.isRising()).isTrue();
        assertThat(answers.accuracy())
                .contains("rises with every further 500 images")
                .contains("The first further 500 bring 0.080, the last 0.010: it levels off")
                .doesNotContain("Part of the difference is training itself");
    }

    @Test
    void accuracyThatFallsOnceIsNotCalledRising() {
        MnistAnswers answers = answers(1, .80, .79, .85, .95);

        assertThat(answers.isRising()).isFalse();
        assertThat(answers.accuracy())
                .contains("does not rise with every further 500")
                .contains("has not begun to level off");
    }

    @Test
    void networkThatHasNotLearntItsOwnImagesIsSaidNotTo() {
        assertThat(answers(.45, .4, .7, .8, .9).accuracy())
                .contains("the network on 500 images takes 150 steps and classifies only 0.450 of its own");
    }

    @Test
    void stepsAreInProportionToImages() {
        assertThat(answers(1, .8, .9, .9, .9).time()).contains("150 steps for 500 images, 600 for 2,000");
    }

    private static MnistAnswers answers(double smallestTraining, double... test) {
        List<MnistBySize.Size> sizes = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Examples examples = examples(500 * (i + 1));
            sizes.add(new MnistBySize.Size(
                    new TrainingData("made up", examples, examples, examples),
                    MadeUp.repeats(SampleRun.of(MnistBySize.NETWORK, 1)
                            .with(Map.of(Curve.MEAN_TRAINING_LOSS, MadeUp.line(2, 1)))
                            .withAccuracies(i == 0 ? smallestTraining : 1, test[i]))));
        }
        return new MnistAnswers(new MnistBySize.Result(Scale.QUICK, Origin.SYNTHETIC, 15, sizes));
    }

    private static Examples examples(int count) {
        return Examples.of(new float[count], new int[] {count, 1, 1, 1}, new int[count], 10);
    }
}
