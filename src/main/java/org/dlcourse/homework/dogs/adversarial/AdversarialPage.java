package org.dlcourse.homework.dogs.adversarial;

import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Triptych;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-14: adversarial examples against noise of the same size.
 *
 * @param result what was found
 */
record AdversarialPage(AdversarialExamples.Result result) {
    void show(Evidence evidence) {
        AdversarialFigures figures = new AdversarialFigures(result);
        AdversarialAnswers answers = new AdversarialAnswers(result);
        evidence.data(result.training().largest().data().description());
        evidence.answer(
                "How is an adversarial example made?",
                new Formula("x \\leftarrow \\mathrm{clip}\\left( x - \\alpha \\, \\mathrm{sign} \\frac{\\partial L(x,"
                        + " y_{wish}, W)}{\\partial x} \\right), \\qquad |x - x_0| \\le \\varepsilon"),
                "As in training, but the weights stay and the image moves: down the gradient of the loss for the class that is"
                        + " wished for, or up that of the right class. After each step no pixel may be further than ε from where"
                        + " it was, nor outside black and white.");
        evidence.answer("Does a 9 become a 5?", answers.example());
        evidence.answer("Is it the direction or the size of the change?", answers.direction());
        evidence.figure(figures.triptych());
        evidence.figure(figures.rates());
    }

    void check(Evidence evidence) {
        Triptych triptych = result.triptych();
        evidence.check(
                "largest change of a pixel of the 9",
                triptych.largestChange(),
                Bound.atMost(triptych.bound() + Math.scalb(1, -23)),
                EvidenceKind.ROUNDING_BOUND,
                "the bound that was chosen, " + triptych.bound()
                        + ", and the rounding of two numbers up to 1 to float");
        evidence.check(
                "largest error of the gradient with respect to the pixels, as a part of its largest component",
                result.gradientError(),
                Bound.below(1e-6),
                EvidenceKind.EXACT,
                "central differences with a step of 1e-5 in double precision: rounding of a loss of some ten nats leaves 1e-15 / 1e-5,"
                        + " curvature 1e-10 times third derivatives of up to 1e3");
        Rate last = result.rates().get(result.rates().size() - 1);
        evidence.check(
                "misled by the gradient less misled by noise, at a bound of " + last.bound(),
                last.adversarial() - last.noise(),
                Bound.above(3 * Math.sqrt(2 * .25 / result.images())),
                EvidenceKind.STATISTICAL,
                "three standard errors of a difference of two parts of " + result.images() + " images");
    }
}
