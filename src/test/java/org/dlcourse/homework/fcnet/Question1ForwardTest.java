package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.grading.Precision;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class Question1ForwardTest {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = GoldenToyData.handout();
    private final ToyData biased = GoldenToyData.biased();

    @Requirement("FCNET-1a")
    void probabilitiesEqualNumpys(Solutions solutions, Evidence evidence) {
        ProbabilitiesPage page = new ProbabilitiesPage(
                solution(solutions), toy, biased, HiddenNetworks.of(solutions.caseSeed()), solutions::precision);
        page.check(evidence);
        page.show(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-1b")
    void lossEqualsTheExpectedValue(Solutions solutions, Evidence evidence) {
        LossPage page = new LossPage(
                solution(solutions), toy, biased, HiddenNetworks.of(solutions.caseSeed()), solutions::precision);
        page.check(evidence);
        page.show(evidence);
        evidence.assertChecks();
    }

    @Requirement("FCNET-1c")
    void matrixProductsEqualPlainLoops(Evidence evidence) {
        VectorisationPage page = new VectorisationPage(VectorisationComparison.of(network));
        evidence.solution(network);
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();
    }

    private static TwoLayerNetwork solution(Solutions solutions) {
        return solutions.of(TwoLayerNetwork.class, MatrixTwoLayerNetwork::new);
    }

    @Test
    void softmaxOverTheWrongAxisIsRecognisedInAnIndependentSolution() {
        ProbabilitiesPage page =
                new ProbabilitiesPage(network, toy, biased, HiddenNetworks.of(1), () -> Precision.DOUBLE);

        assertThat(page.mistakes().verdict(new WrongAxis()))
                .endsWith("Likely cause: the softmax runs over the samples and not over the classes");
    }

    /** As a student might write it, element by element. */
    private record WrongAxis() implements TwoLayerNetwork {
        @Override
        public INDArray probabilities(Parameters parameters, INDArray inputs) {
            INDArray hidden =
                    Transforms.max(inputs.mmul(parameters.hiddenWeights()).addiRowVector(parameters.hiddenBias()), 0);
            INDArray scores = hidden.mmul(parameters.outputWeights()).addiRowVector(parameters.outputBias());
            INDArray probabilities = Nd4j.zeros(DataType.DOUBLE, scores.shape());
            for (int c = 0; c < scores.size(1); c++) {
                double sum = 0;
                for (int i = 0; i < scores.size(0); i++) {
                    sum += Math.exp(scores.getDouble(i, c));
                }
                for (int i = 0; i < scores.size(0); i++) {
                    probabilities.putScalar(i, c, Math.exp(scores.getDouble(i, c)) / sum);
                }
            }
            return probabilities;
        }

        @Override
        public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
            throw new UnsupportedOperationException("only the probabilities are used");
        }
    }

    @Test
    void wrongShapesAreErrorsThatSayWhatWasFoundAndExpected() {
        assertThatThrownBy(() -> network.probabilities(toy.parameters(), Nd4j.zeros(5, 3)))
                .hasMessageContaining("The hidden layer found inputs [5, 3], weights [4, 10] and bias [10]");
        assertThatThrownBy(() -> network.loss(toy.parameters(), toy.inputs(), new int[4], 0))
                .hasMessageContaining("Found 4 labels for inputs [5, 4]");
    }

    @Test
    void largeScoresDoNotOverflow() {
        INDArray probabilities =
                network.probabilities(toy.parameters(), toy.inputs().mul(1e6));

        assertThat(ToyData.values(probabilities)).as("probabilities").doesNotContain(Double.NaN);
        for (double sum : probabilities.sum(1).toDoubleVector()) {
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }
}
