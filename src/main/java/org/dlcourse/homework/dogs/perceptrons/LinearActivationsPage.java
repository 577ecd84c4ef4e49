package org.dlcourse.homework.dogs.perceptrons;

import static org.dlcourse.homework.dogs.perceptrons.BooleanFunctions.XOR;

import java.util.Locale;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-13: what networks with linear activations cannot do.
 *
 * @param result the networks and their limits
 */
record LinearActivationsPage(LinearActivations result) {
    /** The largest relative difference of two computations of the same affine map in double precision. */
    static final double TOLERANCE = 1e-12;

    private static final BooleanFunction OR = BooleanFunction.numbered(2, 0b1110);

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "With linear activations at most %d of the 4 rows of XOR are correct, and networks of up to %d layers differ from one"
                        + " affine map by at most %.1e.",
                result.mostCorrectRows(XOR),
                LinearActivations.MAX_LAYERS,
                result.largestError()));
        answer(evidence);
        LinearActivationTables tables = new LinearActivationTables(result);
        evidence.figure(new AffineFigure(result.best(), result.fit().values(), result.deepest()).figure());
        evidence.table(tables.partitions());
        evidence.table(tables.correctRows());
        evidence.table(tables.deepNetworks());
    }

    private void answer(Evidence evidence) {
        evidence.answer(
                "Can a network with only linear activations learn every function of binary inputs?",
                new Formula("(x W_1 + b_1) W_2 + b_2 = x \\, (W_1 W_2) + (b_1 W_2 + b_2)"),
                String.format(
                        Locale.ROOT,
                        "No. Any number of layers without a nonlinear function between them is equivalent to one layer: the"
                                + " outputs of DL4J's networks of 2 to %d layers differ from those of one affine map by at"
                                + " most %.1e of the largest output. So depth adds nothing to a linear decision boundary.",
                        LinearActivations.MAX_LAYERS,
                        result.largestError()));
        evidence.answer(
                "Why not XOR?",
                new Formula(
                        "f(0,1) + f(1,0) = f(0,0) + f(1,1) \\quad \\textrm{for every} \\quad f(x) = w_1 x_1 + w_2 x_2 + c"),
                "XOR requires both terms on the left to be above a threshold and both on the right to be below it. Of the 16"
                        + " partitions of the four points into two classes, a line can make "
                        + result.lines().found().size()
                        + ", which the table below lists. The other two are XOR and its complement, which the equation"
                        + " excludes. The best line classifies " + result.mostCorrectRows(XOR)
                        + " rows of XOR correctly. The least-squares fit of an affine map is the constant 0.5.");
        evidence.erratum(
                "The published solution says yes, because multi-layer networks solve XOR.",
                String.format(
                        Locale.ROOT,
                        "They do if there is a nonlinear function between the layers, such as a threshold or a ReLU. With linear"
                                + " activations no architecture does: at most %d of the 4 rows of XOR are correct. The published"
                                + " answers to this question and to the previous one are interchanged.",
                        result.mostCorrectRows(XOR)));
        evidence.answer(
                "Which functions can be learnt?",
                "The linearly separable ones: 14 of 16 functions of two inputs, fewer than half of three and one in 35 of four."
                        + " For all others some rows stay wrong. If the output itself must be 0 or 1, without a threshold"
                        + " after it, only the two constants, the n inputs and their complements remain: 2n + 2 functions.");
    }

    void check(Evidence evidence) {
        checkLines(evidence);
        checkLeastSquares(evidence);
        checkDepth(evidence);
    }

    private void checkLines(Evidence evidence) {
        evidence.check(
                "largest number of rows of XOR that an affine map with a threshold classifies correctly",
                result.mostCorrectRows(XOR),
                Bound.exactly(3),
                EvidenceKind.EXACT,
                "over all partitions of the four points by a line");
        evidence.check(
                "control: the same for OR, which is linearly separable",
                result.mostCorrectRows(OR),
                Bound.exactly(4),
                EvidenceKind.EXACT,
                "the search must find a line that separates the classes of OR");
        evidence.check(
                "partitions of the four points by a line",
                result.lines().found().size(),
                Bound.exactly(14),
                EvidenceKind.EXACT,
                "Muroga's count; the table has a contradiction for each of the other two");
    }

    private void checkLeastSquares(Evidence evidence) {
        evidence.check(
                "largest difference of the least-squares fit from 0.5",
                result.fit().largestDifferenceFromHalf(),
                Bound.atMost(1e-13),
                EvidenceKind.EXACT,
                "Householder's QR of a 4 x 3 matrix has an error of about 6 x 12 times 1.1e-16, which the squared condition"
                        + " number of the design matrix, 10, amplifies");
        evidence.check(
                "largest component of the gradient of the squared error at the constant 0.5",
                XorFit.largestGradientAtHalf(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "multiples of 1/2 are exact in binary; the error is convex, so that it is minimal where the gradient is 0");
    }

    private void checkDepth(Evidence evidence) {
        evidence.check(
                "largest relative difference of deep networks without activations from one affine map",
                result.largestError(),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "above the rounding bound in the next row");
        evidence.check(
                "rounding bound of these networks",
                result.largestRoundingBound(),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "in both computations each product and each sum is rounded by at most 1.1e-16 of the output that the absolute"
                        + " values of all weights, biases and inputs would give; relative to the largest output");
        evidence.check(
                "control: smallest relative difference with ReLU between the layers",
                result.smallestErrorWithRelu(),
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a nonlinear network must differ");
    }
}
