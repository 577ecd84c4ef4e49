package org.dlcourse.homework.fcnet;

import java.util.List;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.kit.GradientCheck.Parameter;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * Compares a solution's gradients on toy data with difference quotients of the loss. The loss is that of plain loops: a wrong loss of the
 * solution does not spoil the judgement of its gradients, and is judged on its own.
 */
final class ToyGradientCheck {
    private static final TwoLayerNetwork LOOPS = new LoopTwoLayerNetwork();

    private ToyGradientCheck() {}

    static GradientCheck of(TwoLayerNetwork solution, ToyData data) {
        Parameters parameters = data.parameters();
        Parameters gradients = data.lossOf(solution).gradients();
        return GradientCheck.of(
                List.of(
                        new Parameter("W(1)", parameters.hiddenWeights(), gradients.hiddenWeights()),
                        new Parameter("b(1)", parameters.hiddenBias(), gradients.hiddenBias()),
                        new Parameter("W(2)", parameters.outputWeights(), gradients.outputWeights()),
                        new Parameter("b(2)", parameters.outputBias(), gradients.outputBias())),
                () -> data.lossOf(LOOPS).loss());
    }

    static void check(Evidence evidence, String what, GradientCheck gradients) {
        evidence.check(
                what,
                gradients.largestRelativeError(),
                Bound.below(1e-8),
                EvidenceKind.EXACT,
                "the requirement's bound; with a step of 1e-4, rounding leaves an error of about 1e-16 / 1e-4 = 1e-12 in a difference"
                        + " quotient; that is 2e-9 of the smallest gradients, 5e-4, which are those of weights that only the penalty"
                        + " acts on");
    }
}
