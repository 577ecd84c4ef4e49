package org.dlcourse.homework.fcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Question1ForwardTest {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = ToyData.handout();
    private final ToyData biased = ToyData.biased();

    @Requirement("FCNET-1a")
    void probabilitiesEqualNumpys(Evidence evidence) {
        INDArray probabilities = network.probabilities(toy.parameters(), toy.inputs());
        ExerciseCheck<TwoLayerNetwork> mistakes = new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofProbabilities(network),
                solution -> ToyData.values(solution.probabilities(biased.parameters(), biased.inputs())),
                ToyData.values(biased.probabilities()),
                1e-12);
        evidence.answer(
                "How are the probabilities computed?",
                new Formula(
                        "a^{(2)} = \\max(0, X W^{(1)} + b^{(1)}), \\quad z^{(3)} = a^{(2)} W^{(2)} + b^{(2)}, \\quad"
                                + " a^{(3)}_{ij} = \\frac{e^{z^{(3)}_{ij} - m_i}}{\\sum_k e^{z^{(3)}_{ik} - m_i}}, \\quad m_i = \\max_k z^{(3)}_{ik}"),
                "All samples at once, one row each. Taking off the largest score of a row changes nothing and keeps the"
                        + " exponentials from overflowing.");
        evidence.table(probabilityTable(probabilities));
        evidence.check(
                "largest difference from NumPy, as a part of the largest",
                RelativeError.of(ToyData.values(probabilities), ToyData.values(toy.probabilities())),
                Bound.atMost(1e-8),
                EvidenceKind.EXACT,
                "the requirement's; rounding allows some 1e-15, of scores up to 3 and a few sums");
        mistakes.prove(evidence, "on the toy data with biases other than 0");
        evidence.assertChecks();
    }

    private static DataTable probabilityTable(INDArray probabilities) {
        return new DataTable(
                "Probabilities of the toy samples",
                List.of("Sample", "class 0", "class 1", "class 2"),
                IntStream.range(0, (int) probabilities.size(0))
                        .mapToObj(i -> List.<Object>of(
                                i + 1,
                                digits(probabilities.getDouble(i, 0)),
                                digits(probabilities.getDouble(i, 1)),
                                digits(probabilities.getDouble(i, 2))))
                        .toList());
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.8f", number);
    }

    @Requirement("FCNET-1b")
    void lossEqualsTheKnownOne(Evidence evidence) {
        double loss = network.loss(toy.parameters(), toy.inputs(), toy.labels(), ToyData.PENALTY)
                .loss();
        double dataLoss =
                network.loss(toy.parameters(), toy.inputs(), toy.labels(), 0).loss();
        ExerciseCheck<TwoLayerNetwork> mistakes = new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofLoss(network),
                solution -> new double[] {
                    solution.loss(biased.parameters(), biased.inputs(), biased.labels(), ToyData.PENALTY)
                            .loss()
                },
                new double[] {biased.golden().loss()},
                1e-12);
        evidence.answer(
                "What is the loss?",
                new Formula("J = -\\frac{1}{N} \\sum_i \\log a^{(3)}_{i y_i} + \\lambda \\left( \\sum W^{(1)2} + \\sum"
                        + " W^{(2)2} \\right)"),
                String.format(
                        Locale.ROOT,
                        "%.11f with λ = .05: %.10f of it is the cross-entropy, the rest the penalty. The penalty has no factor"
                                + " 1/2, and biases are not in it; that the known number cannot show, since the toy data's biases"
                                + " are 0, so that the mistakes are looked for with others.",
                        loss,
                        dataLoss));
        evidence.check(
                "loss less the known 1.30378789133",
                Math.abs(loss - 1.30378789133),
                Bound.atMost(1e-11),
                EvidenceKind.EXACT,
                "the digits that are known");
        evidence.check(
                "cross-entropy less the known 1.2658570521",
                Math.abs(dataLoss - 1.2658570521),
                Bound.atMost(1e-10),
                EvidenceKind.EXACT,
                "the digits that are known");
        evidence.check(
                "loss less PyTorch's, with biases other than 0",
                Math.abs(network.loss(biased.parameters(), biased.inputs(), biased.labels(), ToyData.PENALTY)
                                .loss()
                        - biased.golden().loss()),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "some hundred roundings of 1.1e-16 of numbers up to 4");
        mistakes.prove(evidence, "on the toy data with biases other than 0");
        evidence.assertChecks();
    }

    @Requirement("FCNET-1c")
    void productsOfMatricesGiveWhatPlainLoopsGive(Evidence evidence) {
        Parameters parameters =
                new Parameters(numbers(1, 3072, 50), numbers(2, 50), numbers(3, 50, 10), numbers(4, 10));
        INDArray inputs = numbers(5, 200, 3072);
        INDArray vectorised = network.probabilities(parameters, inputs);
        double[][] loop = PlainLoop.overJavaArrays(
                parameters.hiddenWeights().toDoubleMatrix(),
                parameters.hiddenBias().toDoubleVector(),
                parameters.outputWeights().toDoubleMatrix(),
                parameters.outputBias().toDoubleVector(),
                inputs.toDoubleMatrix());
        evidence.answer(
                "Why is there no loop over samples?",
                new Formula("Z = X W + b, \\qquad X: [N, D], \\quad W: [D, H]"),
                "One product of matrices does what loops over samples, units and inputs do one number at a time. The library"
                        + " computes it in blocks that fit the processor's caches, several numbers an instruction. Speed is"
                        + " measured by a benchmark (bench/run) and not by this test, which would fail on a busy machine;"
                        + " its figures are in the project's docs, in results.md.");
        evidence.check(
                "largest difference from plain loops, 3072-50-10 network, batch of 200",
                RelativeError.of(
                        ToyData.values(vectorised),
                        Arrays.stream(loop).flatMapToDouble(Arrays::stream).toArray()),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "sums of 3,072 products in another order: some sqrt(3,072) roundings of 1.1e-16 of their absolute sum of 8,"
                        + " if they fall either way, 5e-14, in 50 units");
        evidence.check(
                "the same for loops that read number by number, first 3 samples",
                RelativeError.of(
                        ToyData.values(vectorised.get(NDArrayIndex.interval(0, 3))),
                        Arrays.stream(PlainLoop.elementByElement(parameters, inputs.get(NDArrayIndex.interval(0, 3))))
                                .flatMapToDouble(Arrays::stream)
                                .toArray()),
                Bound.atMost(1e-12),
                EvidenceKind.EXACT,
                "as above");
        evidence.assertChecks();
    }

    private static INDArray numbers(long seed, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(length, -0.1, 0.1).toArray())
                .reshape('c', shape);
    }

    @Test
    void softmaxOverTheWrongAxisIsRecognisedInAnIndependentSolution() {
        ExerciseCheck<TwoLayerNetwork> mistakes = new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofProbabilities(network),
                solution -> ToyData.values(solution.probabilities(biased.parameters(), biased.inputs())),
                ToyData.values(biased.probabilities()),
                1e-12);

        assertThat(mistakes.verdict(new WrongAxis()))
                .endsWith("Likely cause: the softmax runs over the samples and not over the classes");
    }

    /** As a student might write it, number by number. */
    private static final class WrongAxis implements TwoLayerNetwork {
        @Override
        public INDArray probabilities(Parameters parameters, INDArray inputs) {
            INDArray logits = ToyData.scores(parameters, inputs);
            INDArray probabilities = Nd4j.zeros(DataType.DOUBLE, logits.shape());
            for (int c = 0; c < logits.size(1); c++) {
                double sum = 0;
                for (int i = 0; i < logits.size(0); i++) {
                    sum += Math.exp(logits.getDouble(i, c));
                }
                for (int i = 0; i < logits.size(0); i++) {
                    probabilities.putScalar(i, c, Math.exp(logits.getDouble(i, c)) / sum);
                }
            }
            return probabilities;
        }

        @Override
        public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
            throw new UnsupportedOperationException("the probabilities alone are looked at");
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
