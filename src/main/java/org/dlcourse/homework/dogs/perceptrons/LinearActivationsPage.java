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
 * @param result what was found
 */
record LinearActivationsPage(LinearActivations result) {
    /** Largest relative difference of two ways to compute the same affine map in double precision. */
    static final double TOLERANCE = 1e-12;

    private static final BooleanFunction OR = BooleanFunction.numbered(2, 0b1110);

    void show(Evidence evidence) {
        answer(evidence);
        LinearActivationTables tables = new LinearActivationTables(result);
        evidence.figure(new AffineFigure(result.best(), result.fit().values(), result.deepest()).figure());
        evidence.table(tables.dichotomies());
        evidence.table(tables.learnable());
        evidence.table(tables.deepNetworks());
    }

    private void answer(Evidence evidence) {
        evidence.answer(
                "Can a network with only linear activations learn any function of inputs that are on or off?",
                new Formula("(x W_1 + b_1) W_2 + b_2 = x \\, (W_1 W_2) + (b_1 W_2 + b_2)"),
                String.format(
                        Locale.ROOT,
                        "No. Layers without anything between them that is not linear are one layer, however many there are:"
                                + " DL4J's outputs of networks of 2 to %d layers differ from those of one affine map by at most"
                                + " %.1e of the largest. So depth adds nothing to what a straight border can do.",
                        LinearActivations.MOST_LAYERS,
                        result.largestError()));
        evidence.answer(
                "Why not XOR?",
                new Formula(
                        "f(0,1) + f(1,0) = f(0,0) + f(1,1) \\quad \\textrm{for every} \\quad f(x) = w_1 x_1 + w_2 x_2 + c"),
                "XOR wants both terms on the left above a threshold and both on the right below it. Of the 16 ways to divide the four"
                        + " points, lines make "
                        + result.lines().found().size()
                        + ", each found below; the other two are XOR and its opposite, which this"
                        + " equation forbids. The best of the lines gets " + result.mostRowsRight(XOR)
                        + " rows of XOR right. Fitted by least"
                        + " squares, the map is .5 everywhere, whatever goes in.");
        evidence.answer(
                "Why is the answer that the handout came with wrong?",
                "It says yes, since networks of several layers solve XOR. They do if something that is not linear lies between the"
                        + " layers, such as a threshold or a ReLU; with linear activations no structure helps. The two"
                        + " answers, to this question and to the one before, are the wrong way round.");
        evidence.answer(
                "Which functions can be learnt?",
                "Those whose rows a straight border divides: of two inputs nearly all, of three fewer than half, of four one"
                        + " in 35; of the others some rows stay wrong. If the output must be 0 or 1 itself, without a threshold"
                        + " after it, only constants and single inputs or their opposites remain: 2n + 2 functions.");
    }

    void check(Evidence evidence) {
        checkLines(evidence);
        checkLeastSquares(evidence);
        checkDepth(evidence);
    }

    private void checkLines(Evidence evidence) {
        evidence.check(
                "most rows of XOR that an affine map with a threshold gets right",
                result.mostRowsRight(XOR),
                Bound.exactly(3),
                EvidenceKind.EXACT,
                "all ways in which a line divides the four points");
        evidence.check(
                "control: the same of OR, which a line can do",
                result.mostRowsRight(OR),
                Bound.exactly(4),
                EvidenceKind.EXACT,
                "the search must find what there is");
        evidence.check(
                "ways to divide the four points by a line",
                result.lines().found().size(),
                Bound.exactly(14),
                EvidenceKind.EXACT,
                "Muroga's count; the other two are contradicted");
    }

    private void checkLeastSquares(Evidence evidence) {
        evidence.check(
                "largest difference of the least-squares fit from .5",
                result.fit().largestDifferenceFromHalf(),
                Bound.atMost(1e-13),
                EvidenceKind.EXACT,
                "Householder's QR of 4 x 3 numbers rounds by some 6 x 12 units of 1.1e-16; the squared condition of its design, 10, carries that"
                        + " on");
        evidence.check(
                "slope of the squared error at .5 everywhere",
                XorFit.largestSlopeAtHalf(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "halves are exact in binary; where the slope is 0 the error is least, as it is convex");
    }

    private void checkDepth(Evidence evidence) {
        evidence.check(
                "largest relative difference of deep networks from one affine map",
                result.largestError(),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "no less than the bound that the next row measures");
        evidence.check(
                "what rounding can add up to in these networks",
                result.largestRoundingBound(),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "on either way each product or addition rounds by 1.1e-16 of what the absolute values of all weights, offsets"
                        + " and inputs come to; as a part of the largest output");
        evidence.check(
                "control: smallest such difference with ReLU between the layers",
                result.smallestErrorWithRelu(),
                Bound.above(1e-3),
                EvidenceKind.EXACT,
                "a network that is not affine must differ");
    }
}
