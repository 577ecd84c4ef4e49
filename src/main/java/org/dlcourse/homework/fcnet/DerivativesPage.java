package org.dlcourse.homework.fcnet;

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
        evidence.answer(
                "Why is the derivative with respect to the scores so simple?",
                new Formula(
                        "\\frac{\\partial}{\\partial z_{ij}} \\left( -\\log \\frac{e^{z_{i y_i}}}{\\sum_k e^{z_{ik}}} \\right)"
                                + " = \\frac{e^{z_{ij}}}{\\sum_k e^{z_{ik}}} - \\Delta_{ij} \\quad \\Rightarrow \\quad"
                                + " \\frac{\\partial J}{\\partial z^{(3)}} = \\frac{1}{N} \\left( a^{(3)} - \\Delta \\right)"),
                "The logarithm turns the quotient into a difference: minus the score of the true class, with derivative -1 there,"
                        + " plus the logarithm of the sum, whose derivative is the softmax. Δ is 1 at the true class of each"
                        + " sample and 0 elsewhere; the factor 1/N comes from the mean.");
        evidence.answer(
                "And with respect to the weights and biases of the output layer?",
                new Formula(
                        "\\frac{\\partial J}{\\partial W^{(2)}} = a^{(2)T} \\frac{\\partial J}{\\partial z^{(3)}} + 2 \\lambda"
                                + " W^{(2)}, \\quad \\frac{\\partial J}{\\partial b^{(2)}} = \\sum_i \\frac{\\partial J}{\\partial"
                                + " z^{(3)}_i}"),
                "A weight multiplies the activation of the layer before it, so its derivative is that activation times the"
                        + " gradient with respect to the score, summed over the samples. The penalty λ W² has the derivative"
                        + " 2 λ W.");
        evidence.answer(
                "And through the ReLU?",
                new Formula(
                        "\\frac{\\partial J}{\\partial z^{(2)}} = \\left( \\frac{\\partial J}{\\partial z^{(3)}} W^{(2)T} \\right)"
                                + " \\odot [z^{(2)} > 0], \\quad \\frac{\\partial J}{\\partial W^{(1)}} = X^{T} \\frac{\\partial"
                                + " J}{\\partial z^{(2)}} + 2 \\lambda W^{(1)}, \\quad \\frac{\\partial J}{\\partial b^{(1)}} = \\sum_i"
                                + " \\frac{\\partial J}{\\partial z^{(2)}_i}"),
                "ReLU has derivative 1 where its input is positive and 0 elsewhere: the gradient passes or is blocked. The rest"
                        + " is as in the output layer.");
        evidence.table(ofScores.table("of the scores"));
        evidence.table(ofParameters.table("of the parameters"));
    }

    void check(Evidence evidence) {
        ToyGradientCheck.check(
                evidence, "largest relative error of the derivative with respect to the scores", ofScores);
        ToyGradientCheck.check(
                evidence, "largest relative error of the derivatives with respect to the parameters", ofParameters);
    }
}
