package org.dlcourse.homework.fcnet;

import java.util.Locale;
import java.util.function.Supplier;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.mistake.TwoLayerNetworkMistakes;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.grading.Precision;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.kit.RelativeError;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-2d: the page on back-propagation.
 *
 * @param solution of the exercise
 * @param handout the handout's toy data
 * @param biased toy data with biases other than 0
 * @param hidden networks of other sizes, with other penalties
 * @param precision of what the solution has given so far
 * @param gradients of the solution on the toy data
 */
record BackPropagationPage(
        TwoLayerNetwork solution,
        ToyData handout,
        ToyData biased,
        HiddenNetworks hidden,
        Supplier<Precision> precision,
        OnceCheckedGradients gradients) {
    BackPropagationPage(
            TwoLayerNetwork solution,
            ToyData handout,
            ToyData biased,
            HiddenNetworks hidden,
            Supplier<Precision> precision) {
        this(solution, handout, biased, hidden, precision, new OnceCheckedGradients(solution));
    }

    void show(Evidence evidence) {
        if (precision.get() == Precision.SINGLE) {
            evidence.conclusion(String.format(
                    Locale.ROOT,
                    "In single precision, loss and gradients differ from PyTorch's by at most %.1e of the largest of them"
                            + " (required: %s).",
                    Math.max(difference(handout), difference(biased)),
                    Bound.atMost(tolerance(1e-12))));
            mistakes().prove(evidence, "in networks of other sizes");
            return;
        }
        GradientCheck onHandout = gradients.on(handout);
        GradientCheck onBiased = gradients.on(biased);
        double error = Math.max(onHandout.largestRelativeError(), onBiased.largestRelativeError());
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Back-propagation agrees with central differences to a relative error of %.1e for every parameter (required:"
                        + " below 1e-8).",
                error));
        evidence.answer(
                "Is back-propagation correct?",
                String.format(
                        Locale.ROOT,
                        "Its gradients a differ from difference quotients b by at most |a - b| / (|a| + |b|) = %.1e, for each of"
                                + " the %d parameters; its loss and gradients differ from PyTorch's by at most %.1e of the"
                                + " largest of them.",
                        error,
                        onHandout.worst().stream()
                                .mapToLong(GradientCheck.Worst::count)
                                .sum(),
                        difference(biased)));
        evidence.table(onHandout.table("on the handout's toy data"));
        evidence.table(onBiased.table("with biases other than 0"));
        mistakes().prove(evidence, "in networks of other sizes");
    }

    private double tolerance(double exact) {
        return precision.get().tolerance(exact);
    }

    void check(Evidence evidence) {
        evidence.criterion("toy data", () -> checkToyData(evidence));
        evidence.criterion("other sizes, labels and penalties", () -> mistakes()
                .check(
                        evidence,
                        "largest relative difference of loss and gradients in networks of other sizes, with other"
                                + " penalties",
                        solution,
                        EvidenceKind.EXACT,
                        precision.get().reason("sums of at most 12 products in double precision")));
    }

    private void checkToyData(Evidence evidence) {
        checkDifference(evidence, ", with biases other than 0", biased);
        if (precision.get() == Precision.SINGLE) {
            // A difference quotient would show the rounding of the gradients alone.
            checkDifference(evidence, "", handout);
            return;
        }
        ToyGradientCheck.check(evidence, "largest relative error on the handout's toy data", gradients.on(handout));
        ToyGradientCheck.check(evidence, "the same with biases other than 0", gradients.on(biased));
    }

    private void checkDifference(Evidence evidence, String where, ToyData data) {
        evidence.check(
                "largest relative difference from PyTorch's loss and gradients" + where,
                difference(data),
                Bound.atMost(tolerance(1e-12)),
                EvidenceKind.EXACT,
                precision.get().reason("sums of at most ten products in double precision"));
    }

    private double difference(ToyData data) {
        return RelativeError.of(ToyData.values(data.lossOf(solution)), ToyData.values(data.expected()));
    }

    private ExerciseCheck<TwoLayerNetwork> mistakes() {
        return new ExerciseCheck<>(
                TwoLayerNetworkMistakes.ofGradients(new MatrixTwoLayerNetwork()),
                hidden::gradientsOf,
                hidden.gradients(),
                tolerance(HiddenNetworks.TOLERANCE));
    }
}
