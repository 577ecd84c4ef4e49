package org.dlcourse.homework.dogs.adversarial;

import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Triptych;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;

class AdversarialTest {
    @Requirement("DOGS-14")
    void gradientWithRespectToTheInputMisleadsWhereNoiseDoesNot(Experiments experiments, Evidence evidence) {
        AdversarialExamples.Result result = experiments.run(new AdversarialExamples());
        AdversarialFigures figures = new AdversarialFigures(result);
        Triptych triptych = result.triptych();
        evidence.data(result.training().largest().data().description());
        evidence.answer(
                "How is an adversarial example made?",
                new Formula("x \\leftarrow \\mathrm{clip}\\left( x - \\alpha \\, \\mathrm{sign} \\frac{\\partial L(x,"
                        + " y_{wish}, W)}{\\partial x} \\right), \\qquad |x - x_0| \\le \\varepsilon"),
                "As in training, but the weights stay and the image moves: down the gradient of the loss for the class that is"
                        + " wished for, or up that of the right class. After each step no pixel may be further than ε from where"
                        + " it was, nor outside black and white.");
        evidence.answer(
                "Does a 9 become a 5?",
                String.format(
                        Locale.ROOT,
                        "Yes: with no pixel changed by more than %.2f of the range, the network's probability of a 5 rises from"
                                + " %.4f to %.3f, and that of a 9 falls from %.3f to %.3f.",
                        triptych.bound(),
                        triptych.before()[AdversarialExamples.TO],
                        triptych.after()[AdversarialExamples.TO],
                        triptych.before()[AdversarialExamples.FROM],
                        triptych.after()[AdversarialExamples.FROM]));
        evidence.answer("Is it the direction or the size of the change?", direction(result));
        evidence.figure(figures.triptych());
        evidence.figure(figures.rates());
        double largestChange = IntStream.range(0, triptych.original().length)
                .mapToDouble(i -> Math.abs(triptych.changed()[i] - triptych.original()[i]))
                .max()
                .orElseThrow();
        evidence.check(
                "largest change of a pixel of the 9",
                largestChange,
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
        double error = 3 * Math.sqrt(2 * .25 / result.images());
        evidence.check(
                "misled by the gradient less misled by noise, at a bound of " + last.bound(),
                last.adversarial() - last.noise(),
                Bound.above(error),
                EvidenceKind.STATISTICAL,
                "three standard errors of a difference of two parts of " + result.images() + " images");
        evidence.assertChecks();
    }

    private static String direction(AdversarialExamples.Result result) {
        Rate half = result.rates().stream()
                .filter(rate -> rate.adversarial() >= .5)
                .findFirst()
                .orElse(result.rates().get(result.rates().size() - 1));
        return String.format(
                Locale.ROOT,
                "%s: changes of up to %.2f along the gradient mislead the network on %.0f %% of %d images, random"
                        + " changes of the same size on %.0f %%. In 784 dimensions many small changes that all point the right way"
                        + " add up in a unit's sum, and random ones cancel.",
                half.adversarial() > half.noise() ? "The direction" : "Not the direction",
                half.bound(),
                100 * half.adversarial(),
                result.images(),
                100 * half.noise());
    }
}
