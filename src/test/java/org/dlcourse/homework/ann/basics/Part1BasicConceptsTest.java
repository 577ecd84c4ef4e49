package org.dlcourse.homework.ann.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.exercise.reference.DifferenceGradientFromWeights;
import org.dlcourse.exercise.reference.SummedParameterCount;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;

class Part1BasicConceptsTest {
    private static final int TRAININGS = 30;

    @Requirement("ANN-1.1")
    void softmaxOfANetworkTrainedWithCrossEntropyApproximatesThePosterior(Experiments experiments, Evidence evidence) {
        PosteriorPage page = new PosteriorPage(experiments.run(new PosteriorExperiment()));
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
    }

    @Requirement("ANN-1.2")
    void gradientFromTwoWeightsEqualsThatOfBackPropagation(
            Experiments experiments, Solutions solutions, Evidence evidence) {
        GradientFromWeights solution = solutions.of(GradientFromWeights.class, DifferenceGradientFromWeights::new);
        GradientComparison.Result result = experiments.run(new GradientComparison(solution));
        GradientComparisonPage page = new GradientComparisonPage(solution, result);
        page.show(evidence);
        page.check(evidence);

        assertThat(result.inDouble())
                .as("weights and biases of 2 and of 4 layers")
                .hasSize(2 * 2 + 2 * 4);
        evidence.assertChecks();
    }

    @Requirement("ANN-1.3")
    void formulasOfBatchesAndStepsEqualTheCountsOfTrainingLoops(CourseSettings settings, Evidence evidence) {
        List<LoopCount> loops = LoopCount.observeRandom(TRAININGS, settings.seed());
        LoopCountPage page = new LoopCountPage(loops);
        page.show(evidence);
        page.check(evidence);

        assertThat(loops)
                .as("trainings whose batch size divides the number of examples, and trainings where it does not")
                .hasSize(TRAININGS)
                .anyMatch(loop -> loop.examples() % loop.batchSize() == 0)
                .anyMatch(loop -> loop.examples() % loop.batchSize() != 0);
        evidence.assertChecks();
        assertThat(LoopCountPage.batchesOfHandout()).isEqualTo(900);
        assertThat(LoopCountPage.stepsOfHandout()).isEqualTo(13_500);
    }

    @Requirement("ANN-1.4a")
    void parameterFormulaOfPerceptronsEqualsTheCountOfDl4j(
            CourseSettings settings, Solutions solutions, Evidence evidence) {
        ParameterCount solution = solution(solutions);
        PerceptronParametersPage page =
                new PerceptronParametersPage(solution, ParameterCounts.perceptrons(solution, settings.seed()));
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
        assertThat(page.mlp1()).isEqualTo(new CountedNetwork(page.mlp1().architecture(), 33_130, 33_130));
        assertThat(page.mlp2()).isEqualTo(new CountedNetwork(page.mlp2().architecture(), 35_498, 35_498));
        assertThat(page.mlp2WithAllBiases().differs())
                .as("control: the formula with biases in FC-64")
                .isTrue();
    }

    @Requirement("ANN-1.4b")
    void parameterFormulaOfConvolutionalNetworksEqualsTheCountOfDl4j(
            CourseSettings settings, Solutions solutions, Evidence evidence) {
        ParameterCount solution = solution(solutions);
        ParameterCounts counts = ParameterCounts.convolutional(solution, settings.seed());
        ConvolutionParametersPage page = new ConvolutionParametersPage(solution, counts);
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
        assertThat(counts.handout())
                .extracting(CountedNetwork::formula)
                .as("by formula")
                .containsExactly(11_106L, 13_522L, 8_346L);
        assertThat(counts.handout())
                .extracting(CountedNetwork::dl4j)
                .as("DL4J's count")
                .containsExactly(11_106L, 13_522L, 8_346L);
    }

    private static ParameterCount solution(Solutions solutions) {
        return solutions.of(ParameterCount.class, SummedParameterCount::new);
    }
}
