package org.dlcourse.homework.ann.basics;

import java.util.Locale;
import java.util.stream.Stream;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * The page on the gradient computed from two successive weights.
 *
 * @param solution of the exercise
 * @param result of the comparison with back-propagation
 */
record GradientComparisonPage(GradientFromWeights solution, GradientComparison.Result result) {
    private static final String CONTROL = "momentum " + GradientComparison.MOMENTUM;

    void show(Evidence evidence) {
        evidence.data(result.data().description());
        evidence.conclusion(String.format(
                Locale.ROOT,
                "The difference of two successive weights divided by the learning rate equals the gradient of back-propagation up to"
                        + " a relative error of %.1e in double and %.1e in single precision; with %s the error is at least %.3f.",
                GradientError.largest(result.inDouble()),
                GradientError.largest(result.inFloat()),
                CONTROL,
                GradientError.smallest(result.withMomentum())));
        evidence.answer(
                "How is the gradient at step k computed from the weights before and after it?",
                new Formula("w_{k+1} = w_k - \\gamma \\nabla_{w} L |_{w = w_k} \\quad \\Rightarrow \\quad"
                        + " \\nabla_{w} L |_{w = w_k} = \\frac{w_k - w_{k+1}}{\\gamma}"),
                String.format(
                        Locale.ROOT,
                        "A step of plain gradient descent subtracts γ times the gradient and nothing else, so the difference"
                                + " of the weights divided by γ is the gradient. It is the gradient of the loss of the"
                                + " step's mini-batch, and the formula holds only without momentum and without a penalty"
                                + " on the weights: with %s the quotient differs from the gradient by %.0f %% to %.0f %%"
                                + " of the largest component. The new weights are rounded: a component of the gradient"
                                + " cannot be recovered if γ times it is much smaller than the last digit of its weight.",
                        CONTROL,
                        100 * GradientError.smallest(result.withMomentum()),
                        100 * GradientError.largest(result.withMomentum())));
        GradientErrorFigure figure = new GradientErrorFigure(result);
        evidence.figure(figure.figure());
        evidence.table(figure.table());
    }

    void check(Evidence evidence) {
        evidence.check(
                "largest relative error in double precision",
                GradientError.largest(result.inDouble()),
                Bound.atMost(1e-10),
                EvidenceKind.EXACT,
                "the requirement's bound; the largest rounding bound is "
                        + GradientErrorFigure.scientific(GradientError.largestBound(result.inDouble()))
                        + ", see the table");
        evidence.check(
                "largest relative error in single precision",
                GradientError.largest(result.inFloat()),
                Bound.atMost(1e-3),
                EvidenceKind.ROUNDING_BOUND,
                "the requirement's bound; the largest rounding bound is "
                        + GradientErrorFigure.scientific(GradientError.largestBound(result.inFloat()))
                        + ", see the table");
        evidence.check(
                "largest relative error divided by its rounding bound, double and single precision",
                Stream.concat(result.inDouble().stream(), result.inFloat().stream())
                        .mapToDouble(GradientError::relativeToBound)
                        .reduce(0, Math::max),
                Bound.atMost(1),
                EvidenceKind.ROUNDING_BOUND,
                "u (|w| / (γ |g|) + 4) with u = 2^-53 or 2^-24, |w| and |g| the array's largest weight and gradient");
        evidence.check(
                "control: smallest relative error of an array with " + CONTROL,
                GradientError.smallest(result.withMomentum()),
                Bound.above(0.01),
                EvidenceKind.ROUNDING_BOUND,
                "the formula must fail: with momentum, each step contains nine tenths of the previous one");
        ExerciseCheck<GradientFromWeights> known = KnownGradient.chosen().check();
        known.check(
                evidence,
                "relative error for a step with a known gradient",
                solution,
                EvidenceKind.EXACT,
                "weights up to 1.5 are rounded by at most 1.1e-16; divided by the learning rate, 0.05, that is an error of"
                        + " some 3e-15, and the largest component is 4");
        known.prove(evidence, "for a step with a known gradient");
    }
}
