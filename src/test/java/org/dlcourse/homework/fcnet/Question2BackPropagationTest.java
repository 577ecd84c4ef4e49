package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.LossAndGradients;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.kit.GradientCheck.Parameter;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class Question2BackPropagationTest {
    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = ToyData.handout();
    private final ToyData biased = ToyData.biased();

    @Requirement("FCNET-2a")
    void derivedGradientsAgreeWithTheNumericalOnes(Evidence evidence) {
        INDArray logits = ToyData.scores(biased.parameters(), biased.inputs());
        INDArray derived = Transforms.exp(logits, true);
        derived.diviColumnVector(derived.sum(true, 1))
                .subi(OneHot.of(biased.labels(), 3, DataType.DOUBLE))
                .divi(biased.labels().length);
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
        ExerciseCheck<TwoLayerNetwork> mistakes = new ExerciseCheck<>(
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
                EvidenceKind.EXACT,
                "sums of at most ten products in double precision");
        mistakes.prove(evidence, "on the toy data with biases other than 0");
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
                EvidenceKind.EXACT,
                "the requirement's; with a step of 1e-4 rounding leaves some 1e-16 / 1e-4 in a quotient, 1e-9 of the smallest"
                        + " gradients, those of weights that feel the penalty alone (5e-4)");
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
}
