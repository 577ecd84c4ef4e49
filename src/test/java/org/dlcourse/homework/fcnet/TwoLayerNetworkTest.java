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
import org.dlcourse.homework.GradientCheck;
import org.dlcourse.homework.GradientCheck.Parameter;
import org.dlcourse.homework.KnownMistakes;
import org.dlcourse.homework.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

class TwoLayerNetworkTest {
    private static final double FINAL_LOSS = 0.02;

    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = ToyData.handout();
    private final ToyData biased = ToyData.biased();

    @Requirement("FCNET-1a")
    void probabilitiesEqualNumpys(Evidence evidence) {
        INDArray probabilities = network.probabilities(toy.parameters(), toy.inputs());
        KnownMistakes<TwoLayerNetwork> mistakes = new KnownMistakes<>(
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
                Exactness.EXACT,
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
        KnownMistakes<TwoLayerNetwork> mistakes = new KnownMistakes<>(
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
                Exactness.EXACT,
                "the digits that are known");
        evidence.check(
                "cross-entropy less the known 1.2658570521",
                Math.abs(dataLoss - 1.2658570521),
                Bound.atMost(1e-10),
                Exactness.EXACT,
                "the digits that are known");
        evidence.check(
                "loss less PyTorch's, with biases other than 0",
                Math.abs(network.loss(biased.parameters(), biased.inputs(), biased.labels(), ToyData.PENALTY)
                                .loss()
                        - biased.golden().loss()),
                Bound.atMost(1e-12),
                Exactness.EXACT,
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
                Exactness.EXACT,
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
                Exactness.EXACT,
                "as above");
        evidence.assertChecks();
    }

    private static INDArray numbers(long seed, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(length, -0.1, 0.1).toArray())
                .reshape('c', shape);
    }

    @Requirement("FCNET-2a")
    void derivedGradientsAgreeWithTheNumericalOnes(Evidence evidence) {
        INDArray logits = logits(biased);
        INDArray derived = Transforms.exp(logits, true);
        derived.diviColumnVector(derived.sum(true, 1)).subi(oneHot(biased)).divi(biased.labels().length);
        GradientCheck ofScores = GradientCheck.of(
                List.of(new Parameter("scores z(3)", logits, derived)), () -> crossEntropy(logits, biased));
        GradientCheck ofParameters = check(biased);
        evidence.answer(
                "Why is the derivative with respect to the scores so simple?",
                new Formula(
                        "\\frac{\\partial}{\\partial z_{ij}} \\left( -\\log \\frac{e^{z_{i y_i}}}{\\sum_k e^{z_{ik}}} \\right)"
                                + " = \\frac{e^{z_{ij}}}{\\sum_k e^{z_{ik}}} - \\Delta_{ij} \\quad \\Rightarrow \\quad"
                                + " \\frac{\\partial J}{\\partial z^{(3)}} = \\frac{1}{N} \\left( a^{(3)} - \\Delta \\right)"),
                "The logarithm splits the quotient: -z of the right class, whose derivative is -1 there, plus the logarithm of the"
                        + " sum, whose derivative is the softmax itself. Δ is 1 at the right class of each sample and 0"
                        + " elsewhere; 1/N comes from the mean.");
        evidence.answer(
                "And the weights and biases behind and before the ReLU?",
                new Formula(
                        "\\frac{\\partial J}{\\partial W^{(2)}} = a^{(2)T} \\frac{\\partial J}{\\partial z^{(3)}} + 2 \\lambda"
                                + " W^{(2)}, \\quad \\frac{\\partial J}{\\partial b^{(2)}} = \\sum_i \\frac{\\partial J}{\\partial"
                                + " z^{(3)}_i}"),
                "A weight multiplies the activation before it, so its derivative is that activation times what comes back; samples"
                        + " add up. The penalty λ W² has the derivative 2 λ W.");
        evidence.answer(
                "Through the ReLU",
                new Formula(
                        "\\frac{\\partial J}{\\partial z^{(2)}} = \\left( \\frac{\\partial J}{\\partial z^{(3)}} W^{(2)T} \\right)"
                                + " \\odot [z^{(2)} > 0], \\quad \\frac{\\partial J}{\\partial W^{(1)}} = X^{T} \\frac{\\partial"
                                + " J}{\\partial z^{(2)}} + 2 \\lambda W^{(1)}, \\quad \\frac{\\partial J}{\\partial b^{(1)}} = \\sum_i"
                                + " \\frac{\\partial J}{\\partial z^{(2)}_i}"),
                "ReLU has derivative 1 where it is on and 0 where it is off: it hands back or it does not. The rest is as in the"
                        + " layer behind.");
        evidence.table(ofScores.table("of the scores"));
        evidence.table(ofParameters.table("of the parameters"));
        check(evidence, "largest relative error of the scores' derivative", ofScores.largestRelativeError());
        check(evidence, "largest relative error of the parameters' derivatives", ofParameters.largestRelativeError());
        evidence.assertChecks();
    }

    @Requirement("FCNET-2d")
    void backPropagationAgreesWithCentralDifferencesAndPytorch(Evidence evidence) {
        GradientCheck handout = check(toy);
        GradientCheck withBiases = check(biased);
        KnownMistakes<TwoLayerNetwork> mistakes = new KnownMistakes<>(
                TwoLayerNetworkMistakes.ofGradients(network),
                solution -> ToyData.numbers(
                        solution.loss(biased.parameters(), biased.inputs(), biased.labels(), ToyData.PENALTY)),
                ToyData.numbers(biased.golden()),
                1e-12);
        evidence.answer(
                "Is back-propagation right?",
                String.format(
                        Locale.ROOT,
                        "Its gradients a differ from difference quotients b by at most |a - b| / (|a| + |b|) = %.1e, for each of"
                                + " the %d parameters, and loss and gradients from PyTorch's by at most %.1e of the loss.",
                        Math.max(handout.largestRelativeError(), withBiases.largestRelativeError()),
                        handout.worst().stream()
                                .mapToLong(GradientCheck.Worst::count)
                                .sum(),
                        mistakes.error(network)));
        evidence.table(handout.table("on the toy data"));
        evidence.table(withBiases.table("with biases other than 0"));
        check(evidence, "largest relative error on the handout's toy data", handout.largestRelativeError());
        check(evidence, "the same with biases other than 0", withBiases.largestRelativeError());
        evidence.check(
                "largest difference from PyTorch's loss and gradients",
                mistakes.error(network),
                Bound.atMost(1e-12),
                Exactness.EXACT,
                "sums of at most ten products in double precision");
        mistakes.prove(evidence, "on the toy data with biases other than 0");
        evidence.assertChecks();
    }

    @Requirement("FCNET-3a")
    void gradientDescentLearnsTheToyDataByHeart(Evidence evidence) {
        ToyTraining training = ToyTraining.of(network, toy.parameters(), toy.inputs(), toy.labels());
        evidence.answer(
                "How far does the loss come down?",
                String.format(
                        Locale.ROOT,
                        "From %.3f to %.4f in %d steps: 5 samples and 83 parameters, so that they are learnt by heart.",
                        training.losses()[0],
                        training.finalLoss(),
                        ToyTraining.STEPS));
        evidence.figure(training.figure(FINAL_LOSS));
        evidence.check(
                "final training loss",
                training.finalLoss(),
                Bound.atMost(FINAL_LOSS),
                Exactness.EXACT,
                "the requirement's; the same at every run, since nothing is random");
        evidence.check(
                "loss before the first step",
                training.losses()[0],
                Bound.above(1),
                Exactness.EXACT,
                "near ln 3 = 1.099 before anything is learnt");
        evidence.assertChecks();
    }

    private GradientCheck check(ToyData data) {
        Parameters parameters = data.parameters();
        LossAndGradients loss = network.loss(parameters, data.inputs(), data.labels(), ToyData.PENALTY);
        Parameters gradients = loss.gradients();
        return GradientCheck.of(
                List.of(
                        new Parameter("W(1)", parameters.hiddenWeights(), gradients.hiddenWeights()),
                        new Parameter("b(1)", parameters.hiddenBias(), gradients.hiddenBias()),
                        new Parameter("W(2)", parameters.outputWeights(), gradients.outputWeights()),
                        new Parameter("b(2)", parameters.outputBias(), gradients.outputBias())),
                () -> network.loss(parameters, data.inputs(), data.labels(), ToyData.PENALTY)
                        .loss());
    }

    private static void check(Evidence evidence, String what, double error) {
        evidence.check(
                what,
                error,
                Bound.below(1e-8),
                Exactness.EXACT,
                "the requirement's; with a step of 1e-4 rounding leaves some 1e-16 / 1e-4 in a quotient, 1e-9 of the smallest"
                        + " gradients, those of weights that feel the penalty alone (5e-4)");
    }

    private static INDArray logits(ToyData data) {
        Parameters parameters = data.parameters();
        INDArray hidden = Transforms.max(
                data.inputs().mmul(parameters.hiddenWeights()).addiRowVector(parameters.hiddenBias()), 0);
        return hidden.mmul(parameters.outputWeights()).addiRowVector(parameters.outputBias());
    }

    private static double crossEntropy(INDArray logits, ToyData data) {
        double sum = 0;
        for (int i = 0; i < data.labels().length; i++) {
            double exponentials = 0;
            for (int c = 0; c < logits.size(1); c++) {
                exponentials += Math.exp(logits.getDouble(i, c));
            }
            sum += Math.log(exponentials) - logits.getDouble(i, data.labels()[i]);
        }
        return sum / data.labels().length;
    }

    private static INDArray oneHot(ToyData data) {
        INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, data.labels().length, 3);
        for (int i = 0; i < data.labels().length; i++) {
            oneHot.putScalar(i, data.labels()[i], 1);
        }
        return oneHot;
    }

    @Test
    void softmaxOverTheWrongAxisIsRecognisedInAnIndependentSolution() {
        KnownMistakes<TwoLayerNetwork> mistakes = new KnownMistakes<>(
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
            INDArray logits = logits(new ToyData(parameters, inputs, new int[0], null, 0, null));
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

    @Test
    void gradientCheckFindsTheWrongNumber() {
        INDArray values = Nd4j.createFromArray(1.0, 2.0, 3.0);
        INDArray gradient = Nd4j.createFromArray(2.0, 4.5, 6.0);

        GradientCheck check = GradientCheck.of(
                List.of(new Parameter("x", values, gradient)),
                () -> values.mul(values).sumNumber().doubleValue());

        assertThat(check.worst().get(0).place()).isEqualTo(1);
        assertThat(check.worst().get(0).quotient()).isCloseTo(4, within(1e-8));
        assertThat(check.largestRelativeError()).as(".5 / 8.5").isCloseTo(0.5 / 8.5, within(1e-8));
        assertThat(values.toDoubleVector()).as("put back").containsExactly(1, 2, 3);
    }
}
