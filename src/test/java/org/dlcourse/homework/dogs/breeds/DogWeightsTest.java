package org.dlcourse.homework.dogs.breeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.ConvolutionalDogModel;
import org.dlcourse.exercise.PerceptronDogModel;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DogWeightsTest {
    @Requirement("DOGS-5")
    void weightsOfTheFullyConnectedNetworkAreCounted(Experiments experiments, Solutions solutions, Evidence evidence) {
        HandedInWeights solution = HandedInWeights.of(
                solutions,
                PerceptronDogModel.class,
                () -> new Dl4jDogModel(DogNetworks.perceptron(DogWeights.BREEDS_OF_HANDOUT)),
                "Dog_Classifier_FC");
        PerceptronWeightsPage page = new PerceptronWeightsPage(
                new DogWeights(DogWeights.BREEDS_OF_HANDOUT, solution.formula()),
                new DogWeights(experiments.run(new BreedCount()), solution.formula()),
                solution.model());
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("DOGS-8")
    void weightsOfTheConvolutionalNetworkAreCounted(Experiments experiments, Solutions solutions, Evidence evidence) {
        HandedInWeights solution = HandedInWeights.of(
                solutions,
                ConvolutionalDogModel.class,
                () -> new Dl4jDogModel(DogNetworks.convolutional(DogWeights.BREEDS_OF_HANDOUT)),
                "Dog_Classifier_Conv");
        ConvolutionalWeightsPage page = new ConvolutionalWeightsPage(
                new DogWeights(DogWeights.BREEDS_OF_HANDOUT, solution.formula()),
                new DogWeights(experiments.run(new BreedCount()), solution.formula()),
                solution.model());
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    @ParameterizedTest
    @CsvSource({"2, 1581184, 24816", "3, 1581248, 30224", "11, 1581760, 73488", "120, 1588736, 662960"})
    void networksHaveOneOutputPerBreed(int breeds, long perceptron, long convolutional) {
        DogWeights weights = new DogWeights(breeds, new SummedParameterCount());

        assertThat(weights.ofPerceptron()).isEqualTo(perceptron);
        assertThat(weights.ofConvolutional()).isEqualTo(convolutional);
        assertThat(DogNetworks.perceptron(breeds).parameterCount()).isEqualTo(perceptron + 128 + 64 + breeds);
        assertThat(DogNetworks.convolutional(breeds).parameterCount()).isEqualTo(convolutional + 16 + 32 + breeds);
    }
}
