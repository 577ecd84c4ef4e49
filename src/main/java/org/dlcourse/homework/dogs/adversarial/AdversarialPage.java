package org.dlcourse.homework.dogs.adversarial;

import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Example;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-14: adversarial examples against noise of the same size.
 *
 * @param result the changed images and the predictions for them
 */
record AdversarialPage(AdversarialExamples.Result result) {
    void show(Evidence evidence) {
        AdversarialFigures figures = new AdversarialFigures(result);
        AdversarialAnswers answers = new AdversarialAnswers(result);
        evidence.conclusion(answers.conclusion());
        evidence.data(result.training().largest().data().description());
        evidence.answer(
                "How is an adversarial example made?",
                new Formula("x \\leftarrow \\mathrm{clip}\\left( x - \\alpha \\, \\mathrm{sign} \\frac{\\partial L(x,"
                        + " y_{target}, W)}{\\partial x} \\right), \\qquad |x - x_0| \\le \\varepsilon"),
                "As in training, but the weights are fixed and the image is changed, by gradient descent on the loss for a target"
                        + " class or gradient ascent on the loss for the true class. After each step every pixel is clipped"
                        + " to within ε of its original value and to the range from black to white.");
        evidence.answer("Does a 9 become a 5?", answers.example());
        evidence.answer("Is it the direction or the size of the change?", answers.direction());
        evidence.figure(figures.example());
        evidence.figure(figures.rates());
        evidence.table(result.comparison().table());
    }

    void check(Evidence evidence) {
        Example example = result.example();
        evidence.check(
                "largest change of a pixel of the 9",
                example.largestChange(),
                Bound.atMost(example.bound() + Math.scalb(1, -23)),
                EvidenceKind.ROUNDING_BOUND,
                "the bound of the example, " + example.bound() + ", and the rounding of two numbers up to 1 to float");
        evidence.check(
                "largest error of the gradient with respect to the pixels, relative to its largest component",
                result.gradientError(),
                Bound.below(1e-6),
                EvidenceKind.EXACT,
                "central differences with a step of 1e-5 in double precision: the rounding error of a loss of about 10 nats is"
                        + " 1e-15 / 1e-5, the truncation error 1e-10 times third derivatives of up to 1e3");
        result.comparison().check(evidence);
    }
}
