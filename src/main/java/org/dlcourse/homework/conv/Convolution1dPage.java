package org.dlcourse.homework.conv;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.mistake.Convolution1dMistakes;
import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.figure.Formula;
import org.dlcourse.grading.Precision;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * CONV-3: the page on the one-dimensional convolution.
 *
 * @param solution of the exercise
 * @param cases with PyTorch's output and gradients
 * @param hidden cases of other shapes, with what plain loops expect
 * @param precision of what the solution has given so far
 */
record Convolution1dPage(
        Convolution1d solution,
        List<Convolution1dCase> cases,
        List<Convolution1dCase> hidden,
        Supplier<Precision> precision) {
    private static final double TOLERANCE = 1e-12;

    private double tolerance() {
        return precision.get().tolerance(TOLERANCE);
    }

    void show(Evidence evidence) {
        evidence.conclusion(conclusion());
        evidence.answer(
                "How wide is the output?",
                new Formula("\\left\\lfloor \\frac{W - K}{S} \\right\\rfloor + 1"),
                "The kernel of width K fits once at the left end, and once more after each step of the stride S until it would"
                        + " extend beyond the right end. Inputs that remain there are covered by no position of the kernel, and"
                        + " their gradient is 0.");
        evidence.answer(
                "What are the gradients?",
                new Formula("y_{b o t} = \\sum_{i,k} W_{o i k} \\, x_{b, i, S t + k} + b_o: \\quad"
                        + " \\frac{\\partial L}{\\partial W_{o i k}} = \\sum_{b,t} \\delta_{b o t} \\, x_{b, i, S t + k}, \\quad"
                        + " \\frac{\\partial L}{\\partial b_o} = \\sum_{b,t} \\delta_{b o t}, \\quad"
                        + " \\frac{\\partial L}{\\partial x_{b i n}} = \\sum_{o,\\, t,k:\\, S t + k = n} W_{o i k} \\,"
                        + " \\delta_{b o t}"),
                "δ is the gradient of the loss with respect to the output. Weights and biases are shared by all positions and"
                        + " examples, so their gradients are sums over these, not means. An input contributes to several"
                        + " outputs; its gradient is the sum over all of them.");
        Convolution1dFigure figure = new Convolution1dFigure(errors(), tolerance());
        evidence.figure(figure.figure());
        evidence.table(figure.table());
        mistakes().prove(evidence, "in the first case with several signals and channels and uncovered input");
    }

    private String conclusion() {
        long wrongShapes =
                errors().stream().filter(Convolution1dErrors::hasWrongShape).count();
        return wrongShapes > 0
                ? "In " + wrongShapes + " of " + cases.size() + " cases the output or a gradient has a wrong shape."
                : String.format(
                        Locale.ROOT,
                        "In %d cases the output and the gradients of input, weights and bias differ from PyTorch's by at"
                                + " most %.1e of the largest value (required: at most %.0e).",
                        cases.size(),
                        errors().stream()
                                .flatMapToDouble(Convolution1dErrors::all)
                                .max()
                                .orElseThrow(),
                        tolerance());
    }

    private List<Convolution1dErrors> errors() {
        return cases.stream().map(one -> Convolution1dErrors.of(one, solution)).toList();
    }

    void check(Evidence evidence) {
        for (Convolution1dQuantity quantity : Convolution1dQuantity.values()) {
            evidence.criterion(quantity + ", stride 1", () -> check(evidence, quantity, true));
            evidence.criterion(quantity + ", larger strides", () -> check(evidence, quantity, false));
        }
    }

    /** The rest of what a right solution shows; only after the criteria, since it needs all of them. */
    void checkTogether(Evidence evidence) {
        if (precision.get() == Precision.SINGLE) {
            // A difference quotient would show the rounding of the loss alone.
            checkMistakes(evidence);
            return;
        }
        evidence.check(
                "largest relative error of a gradient compared with central differences, in one small case",
                new Convolution1dGradientError(solution).largest(),
                Bound.atMost(1e-8),
                EvidenceKind.EXACT,
                "the loss is linear in each parameter, so difference quotients have rounding errors only: 1e-15 of a loss of"
                        + " at most 100, divided by the step of 1e-3, are 1e-10, and the gradients are about 1");
        checkMistakes(evidence);
    }

    private void checkMistakes(Evidence evidence) {
        mistakes()
                .check(
                        evidence,
                        "relative difference of output and gradients, in the first case with several signals and channels and uncovered"
                                + " input",
                        solution,
                        EvidenceKind.EXACT,
                        "as above");
    }

    private void check(Evidence evidence, Convolution1dQuantity quantity, boolean strideOne) {
        double error = largest(cases, quantity, strideOne);
        if (!(error <= tolerance())) {
            mistakes(quantity).nameCauses(evidence, solution);
        }
        requireShapes(quantity, strideOne);
        evidence.check(
                "largest relative difference from PyTorch, " + quantity
                        + (strideOne ? ", stride 1" : ", larger strides"),
                error,
                Bound.atMost(tolerance()),
                EvidenceKind.EXACT,
                precision
                        .get()
                        .reason(
                                "sums of at most 14 x 9 products, or 3 x 299 in a gradient, in another order: fewer than"
                                        + " 900 roundings, each at most 1.1e-16 of the sum of the products' absolute values; the"
                                        + " largest value is assumed to be at least a tenth of that sum"));
        evidence.check(
                "the same from plain loops, in shapes that were drawn at random",
                largest(hidden, quantity, strideOne),
                Bound.atMost(tolerance()),
                EvidenceKind.EXACT,
                "as above, with fewer products");
    }

    /** Arrays of other shapes have no difference that could be measured. */
    private void requireShapes(Convolution1dQuantity quantity, boolean strideOne) {
        Stream.concat(cases.stream(), hidden.stream())
                .filter(one -> one.hasStrideOne() == strideOne)
                .flatMap(one -> quantity.wrongShape(one, solution).stream())
                .findFirst()
                .ifPresent(wrong -> {
                    throw SubmissionException.wrong(wrong);
                });
    }

    private double largest(List<Convolution1dCase> cases, Convolution1dQuantity quantity, boolean strideOne) {
        return cases.stream()
                .filter(one -> one.hasStrideOne() == strideOne)
                .mapToDouble(one -> quantity.error(one, solution))
                .reduce(Math::max)
                .orElseThrow();
    }

    private Convolution1dCase revealing() {
        return cases.stream()
                .filter(Convolution1dCase::revealsAllMistakes)
                .findFirst()
                .orElseThrow();
    }

    /** By one quantity: those whose numbers are right in it cannot be taken for it. */
    private ExerciseCheck<Convolution1d> mistakes(Convolution1dQuantity quantity) {
        Convolution1dCase one = revealing();
        boolean rightOutput = isRight(one, solution);
        return new ExerciseCheck<>(
                Convolution1dMistakes.of(new ShiftedSumConvolution1d()).stream()
                        // A wrong gradient with a right output is not that of a mistake in the output.
                        .filter(mistake -> !rightOutput || isRight(one, mistake.solution()))
                        .toList(),
                other -> Convolution1dCase.values(quantity.of(one, other)),
                Convolution1dCase.values(quantity.expected(one)),
                tolerance());
    }

    private boolean isRight(Convolution1dCase one, Convolution1d other) {
        return Convolution1dQuantity.OUTPUT.error(one, other) <= tolerance();
    }

    private ExerciseCheck<Convolution1d> mistakes() {
        Convolution1dCase one = revealing();
        return new ExerciseCheck<>(
                Convolution1dMistakes.of(new ShiftedSumConvolution1d()),
                one::valuesOf,
                one.expectedValues(),
                tolerance());
    }
}
