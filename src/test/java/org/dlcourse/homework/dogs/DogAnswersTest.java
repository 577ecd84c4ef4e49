package org.dlcourse.homework.dogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.MadeUp;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.junit.jupiter.api.Test;

class DogAnswersTest {
    @Test
    void lossThatFallsWithoutAccuracyIsCalledLuck() {
        DogAnswers answers = answers(
                repeats(DogNetworks.PERCEPTRON, MadeUp.line(2.3, 2.2), MadeUp.line(2.3, 2.2), .11, .2),
                repeats(DogNetworks.CONVOLUTIONAL, MadeUp.line(2.3, 2.2), MadeUp.line(2.3, 2.2), .11, .2));

        assertThat(answers.interaction(answers.result().perceptron()))
                .contains("training loss falls by 0.1000, the validation loss by 0.1000")
                .contains("within three standard errors")
                .contains("lowest at the end");
        assertThat(answers.comparison()).contains("That is within luck");
    }

    @Test
    void accuracyThatFollowsAndAGapAreNamed() {
        double[] validation = MadeUp.line(2.3, 1.9);
        validation[14] = 2.1;
        DogAnswers answers = answers(
                repeats(DogNetworks.PERCEPTRON, MadeUp.line(2.3, 1), validation, .5, .3),
                repeats(DogNetworks.CONVOLUTIONAL, MadeUp.line(2.3, 1), validation, .5, .5));

        assertThat(answers.interaction(answers.result().perceptron()))
                .contains("more than three standard errors")
                .contains("lowest after epoch 14");
        assertThat(answers.comparison()).contains("+0.200", "better by more than luck");
        assertThat(answers.outcome(answers.result().perceptron()))
                .contains("ended after 15 epochs, since the validation loss rose by 0.17")
                .contains("0.300 of the images are classified right, which is above chance")
                .contains("ends at 1.000, where equal probabilities would have 2.303");
    }

    @Test
    void networkThatIsBehindIsSaidToBe() {
        assertThat(answers(
                                repeats(DogNetworks.PERCEPTRON, MadeUp.line(2, 1), MadeUp.line(2, 1), .5, .5),
                                repeats(DogNetworks.CONVOLUTIONAL, MadeUp.line(2, 1), MadeUp.line(2, 1), .5, .2))
                        .comparison())
                .contains("-0.300", "behind by more than luck");
    }

    private static DogAnswers answers(Repeats perceptron, Repeats convolutional) {
        return new DogAnswers(new DogNetworks.Result(
                Scale.QUICK, new DogImages.Prepared(null, MadeUp.data()), perceptron, convolutional));
    }

    private static Repeats repeats(
            Architecture architecture, double[] training, double[] validation, double accuracy, double test) {
        return MadeUp.repeats(SampleRun.of(architecture, 1)
                .with(Map.of(
                        Curve.TRAINING_SET_LOSS, training,
                        Curve.VALIDATION_LOSS, validation,
                        Curve.VALIDATION_ACCURACY, MadeUp.line(.1, accuracy)))
                .withAccuracies(.5, test));
    }
}
