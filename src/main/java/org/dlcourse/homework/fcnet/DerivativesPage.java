package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.GradientCheck;
import org.dlcourse.report.Evidence;

/**
 * FCNET-2a: the page on the derivatives of the loss.
 *
 * @param ofScores check of the gradient with respect to the scores
 * @param ofParameters check of the gradients with respect to weights and biases
 */
record DerivativesPage(GradientCheck ofScores, GradientCheck ofParameters) {
    static DerivativesPage of(TwoLayerNetwork solution, ToyData data) {
        return new DerivativesPage(
                new ScoreGradient(data.scores(), data.labels()).check(), ToyGradientCheck.of(solution, data));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Each step of the derivation agrees with central differences; the largest relative error is %.1e (required: below"
                        + " 1e-8).",
                Math.max(ofScores.largestRelativeError(), ofParameters.largestRelativeError())));
        evidence.answer(
                "Step 1: what is the derivative with respect to the scores?",
                new Formula(
                        "J_i = -\\log \\frac{e^{z_{i y_i}}}{\\sum_k e^{z_{ik}}} = -z_{i y_i} + \\log \\sum_k e^{z_{ik}} \\quad"
                                + " \\Rightarrow \\quad \\frac{\\partial J_i}{\\partial z_{ij}} = \\frac{e^{z_{ij}}}{\\sum_k e^{z_{ik}}} - \\Delta_{ij} \\quad \\Rightarrow \\quad"
                                + " \\frac{\\partial J}{\\partial z^{(3)}} = \\frac{1}{N} \\left( a^{(3)} - \\Delta \\right)"),
                "The logarithm turns the quotient into a difference: minus the score of the true class, with derivative -1 there,"
                        + " plus the logarithm of the sum, whose derivative is the softmax. Δ is 1 at the true class of each"
                        + " sample and 0 elsewhere; the factor 1/N comes from the mean. "
                        + checked(ofScores, ""));
        evidence.answer(
                "Step 2: and with respect to the weights and biases of the output layer?",
                new Formula(
                        "\\frac{\\partial J}{\\partial W^{(2)}} = a^{(2)T} \\frac{\\partial J}{\\partial z^{(3)}} + 2 \\lambda"
                                + " W^{(2)}, \\quad \\frac{\\partial J}{\\partial b^{(2)}} = \\sum_i \\frac{\\partial J}{\\partial"
                                + " z^{(3)}_i}"),
                "A weight multiplies the activation of the layer before it, so its derivative is that activation times the"
                        + " gradient with respect to the score, summed over the samples. The penalty λ W² has the derivative"
                        + " 2 λ W. " + checked(ofParameters, "(2)"));
        evidence.answer(
                "Step 3: and through the ReLU, with respect to the hidden layer's weights and biases?",
                new Formula(
                        "\\frac{\\partial J}{\\partial z^{(2)}} = \\left( \\frac{\\partial J}{\\partial z^{(3)}} W^{(2)T} \\right)"
                                + " \\odot [z^{(2)} > 0], \\quad \\frac{\\partial J}{\\partial W^{(1)}} = X^{T} \\frac{\\partial"
                                + " J}{\\partial z^{(2)}} + 2 \\lambda W^{(1)}, \\quad \\frac{\\partial J}{\\partial b^{(1)}} = \\sum_i"
                                + " \\frac{\\partial J}{\\partial z^{(2)}_i}"),
                "ReLU has derivative 1 where its input is positive and 0 elsewhere: the gradient passes or is blocked. The rest"
                        + " is as in the output layer. "
                        + checked(ofParameters, "(1)"));
        evidence.table(ofScores.table("of the scores"));
        evidence.table(ofParameters.table("of the parameters"));
    }

    /** The largest error of the arrays whose names end like this. */
    private static String checked(GradientCheck gradients, String layer) {
        return String.format(
                Locale.ROOT,
                "Checked: it differs from the central difference by a relative error of at most %.1e.",
                gradients.worst().stream()
                        .filter(worst -> worst.name().endsWith(layer))
                        .mapToDouble(GradientCheck.Worst::relativeError)
                        .max()
                        .orElseThrow());
    }

    void check(Evidence evidence) {
        ToyGradientCheck.check(
                evidence, "largest relative error of the derivative with respect to the scores", ofScores);
        ToyGradientCheck.check(
                evidence, "largest relative error of the derivatives with respect to the parameters", ofParameters);
    }
}
