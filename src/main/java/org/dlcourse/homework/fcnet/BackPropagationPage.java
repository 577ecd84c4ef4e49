package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-2d: the page on back-propagation.
 *
 * @param solution of the exercise
 * @param onHandout check of the gradients on the handout's toy data
 * @param onBiased check of the gradients on toy data with biases other than 0
 * @param mistakes on the toy data with biases other than 0
 */
record BackPropagationPage(
        TwoLayerNetwork solution,
        GradientCheck onHandout,
        GradientCheck onBiased,
        ExerciseCheck<TwoLayerNetwork> mistakes) {
    static BackPropagationPage of(TwoLayerNetwork solution, ToyData handout, ToyData biased) {
        return new BackPropagationPage(
                solution,
                ToyGradientCheck.of(solution, handout),
                ToyGradientCheck.of(solution, biased),
                new ExerciseCheck<>(
                        TwoLayerNetworkMistakes.ofGradients(new MatrixTwoLayerNetwork()),
                        other -> ToyData.values(biased.lossOf(other)),
                        ToyData.values(biased.expected()),
                        1e-12));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Back-propagation agrees with central differences to a relative error of %.1e for every parameter (required:"
                        + " below 1e-8).",
                Math.max(onHandout.largestRelativeError(), onBiased.largestRelativeError())));
        evidence.answer(
                "Is back-propagation correct?",
                String.format(
                        Locale.ROOT,
                        "Its gradients a differ from difference quotients b by at most |a - b| / (|a| + |b|) = %.1e, for each of"
                                + " the %d parameters; its loss and gradients differ from PyTorch's by at most %.1e of the"
                                + " largest of them.",
                        Math.max(onHandout.largestRelativeError(), onBiased.largestRelativeError()),
                        onHandout.worst().stream()
                                .mapToLong(GradientCheck.Worst::count)
                                .sum(),
                        mistakes.error(solution)));
        evidence.table(onHandout.table("on the handout's toy data"));
        evidence.table(onBiased.table("with biases other than 0"));
    }

    void check(Evidence evidence) {
        ToyGradientCheck.check(evidence, "largest relative error on the handout's toy data", onHandout);
        ToyGradientCheck.check(evidence, "the same with biases other than 0", onBiased);
        mistakes.check(
                evidence,
                "largest relative difference from PyTorch's loss and gradients",
                solution,
                EvidenceKind.EXACT,
                "sums of at most ten products in double precision");
        mistakes.prove(evidence, "on the toy data with biases other than 0");
    }
}
