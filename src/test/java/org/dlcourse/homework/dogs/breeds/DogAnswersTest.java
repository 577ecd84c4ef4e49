package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.model.Architecture;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.TrainingData;
import org.junit.jupiter.api.Test;

class DogAnswersTest {
    @Test
    void smallDifferencesOfAccuracyAreNotCalledImprovements() {
        DogAnswers answers = answers(
                repeats(DogNetworks.perceptron(10), SampleData.line(2.3, 2.2), SampleData.line(2.3, 2.2), .11, .2),
                repeats(DogNetworks.convolutional(10), SampleData.line(2.3, 2.2), SampleData.line(2.3, 2.2), .11, .2));

        assertThat(answers.interaction(answers.result().perceptron()))
                .contains("training loss falls by 0.1000 and the validation loss by 0.1000")
                .contains("within three standard errors")
                .contains("lowest at the end");
        assertThat(answers.comparison()).contains("neither network is shown to be better");
        assertThat(answers.outcome(answers.result().perceptron()))
                .contains("Training with seed 1 ended at the limit of 15 epochs");
    }

    @Test
    void accuracyThatFollowsAndAGapAreNamed() {
        double[] validation = SampleData.line(2.3, 1.9);
        validation[14] = 2.1;
        DogAnswers answers = answers(
                repeats(DogNetworks.perceptron(10), SampleData.line(2.3, 1), validation, .5, .3),
                repeats(DogNetworks.convolutional(10), SampleData.line(2.3, 1), validation, .5, .5));

        assertThat(answers.interaction(answers.result().perceptron()))
                .contains("more than three standard errors")
                .contains("lowest after epoch 14");
        assertThat(answers.comparison()).contains("+0.200", "convolutional network is better, with fewer weights");
        assertThat(answers.outcome(answers.result().perceptron()))
                .contains("ended after 15 epochs, because the validation loss rose by 0.17")
                .contains(
                        "The test accuracies are 0.300, 0.300, 0.300, of which the lowest is above chance: always predicting the most frequent of the 10"
                                + " breeds gives 0.100, and guessing stays below 0.128")
                .contains("mean final training loss is 1.000; equal probabilities for all breeds give 2.303");
    }

    @Test
    void convolutionalNetworkThatIsWorseIsReportedAsWorse() {
        assertThat(answers(
                                repeats(
                                        DogNetworks.perceptron(10),
                                        SampleData.line(2, 1),
                                        SampleData.line(2, 1),
                                        .5,
                                        .5),
                                repeats(
                                        DogNetworks.convolutional(10),
                                        SampleData.line(2, 1),
                                        SampleData.line(2, 1),
                                        .5,
                                        .2))
                        .comparison())
                .contains("+0.300", "So the convolutional network is worse");
    }

    @Test
    void networkThatPredictsTheMostFrequentOfTwoBreedsIsNotAboveChance() {
        int[] labels = IntStream.range(0, 100).map(i -> i < 80 ? 0 : 1).toArray();
        Examples unequal = Examples.of(new float[100], new int[] {100, 1, 1, 1}, labels, 2);
        DogAnswers answers = answers(
                new TrainingData("sample", unequal, unequal, unequal),
                repeats(DogNetworks.perceptron(2), SampleData.line(.8, .7), SampleData.line(.8, .7), .2, .2),
                repeats(DogNetworks.convolutional(2), SampleData.line(.8, .7), SampleData.line(.8, .7), .8, .8));

        assertThat(answers.outcome(answers.result().convolutional()))
                .contains("The test accuracies are 0.800, 0.800, 0.800, of which the lowest is not above chance")
                .contains("the most frequent of the 2 breeds gives 0.800, and guessing stays below 0.920")
                .contains("equal probabilities for all breeds give 0.693");
        assertThat(answers.comparison())
                .contains("Neither network is above chance", "0.200 for the fully connected and 0.800");
        assertThat(answers.isOfHandout()).isFalse();
    }

    @Test
    void convolutionalNetworkForVeryManyBreedsIsNotReportedToHaveFewerWeights() {
        assertThat(answers(
                                repeats(
                                        DogNetworks.perceptron(300),
                                        SampleData.line(2, 1),
                                        SampleData.line(2, 1),
                                        .5,
                                        .2),
                                repeats(
                                        DogNetworks.convolutional(300),
                                        SampleData.line(2, 1),
                                        SampleData.line(2, 1),
                                        .5,
                                        .5))
                        .comparison())
                .endsWith("the convolutional network is better.");
    }

    private static DogAnswers answers(Repeats perceptron, Repeats convolutional) {
        return answers(SampleData.data(), perceptron, convolutional);
    }

    private static DogAnswers answers(TrainingData data, Repeats perceptron, Repeats convolutional) {
        return new DogAnswers(
                new DogNetworks.Result(Scale.QUICK, new DogImages.Prepared(null, data), perceptron, convolutional));
    }

    private static Repeats repeats(
            Architecture architecture, double[] training, double[] validation, double accuracy, double test) {
        return SampleData.repeats(SampleRun.of(architecture, 1)
                .with(Map.of(
                        Curve.TRAINING_SET_LOSS, training,
                        Curve.VALIDATION_LOSS, validation,
                        Curve.VALIDATION_ACCURACY, SampleData.line(.1, accuracy)))
                .withAccuracies(.5, test));
    }
}
