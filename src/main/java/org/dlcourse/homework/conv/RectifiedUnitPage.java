package org.dlcourse.homework.conv;

import java.util.Locale;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Evidence;

/**
 * CONV-1: the page on the squared error of a rectified unit.
 *
 * @param unit with the loss as the handout defines it
 * @param withoutHalf the same without the factor 1/2 of the loss
 */
record RectifiedUnitPage(MomentumEvidence unit, MomentumEvidence withoutHalf) {
    static RectifiedUnitPage of(MomentumStep momentumStep) {
        return new RectifiedUnitPage(
                new MomentumEvidence(MomentumProblem.RECTIFIED_SQUARED_ERROR, momentumStep),
                new MomentumEvidence(MomentumProblem.RECTIFIED_WITHOUT_HALF, momentumStep));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "w(167) = %s, truncated %s; without the factor 1/2 of the loss it would be %s.",
                unit.rounded(),
                unit.truncated(),
                withoutHalf.truncated()));
        evidence.answer(
                "How is a step computed?",
                MomentumEvidence.UPDATE,
                "A step is β = 0.9 times the previous step minus η = 0.1 times the gradient at the current weight.");
        evidence.answer(
                "What is w(167)?",
                new Formula("L = \\tfrac{1}{2} (y - 1)^2, \\quad y = \\max(0, w/2): \\qquad L'(w) = \\tfrac{1}{2}"
                        + " \\left( \\tfrac{w}{2} - 1 \\right) \\;\\; (w > 0)"),
                String.format(
                        Locale.ROOT,
                        "%s, truncated %s. The loss has its minimum at w = 2. Momentum causes the overshoot: with it the"
                                + " weight passes the minimum and oscillates about it, without it the weight stays on one side."
                                + " The oscillation decays by a factor of √β = 0.949 per step.",
                        unit.rounded(),
                        unit.truncated()));
        evidence.answer(
                "What changes without the factor 1/2?",
                String.format(
                        Locale.ROOT,
                        "The gradient doubles, as with a learning rate of 0.2, and the weight oscillates differently:"
                                + " w(167) = %s, truncated %s. Both definitions of the loss are in use; the third decimal shows"
                                + " which one was used.",
                        withoutHalf.rounded(),
                        withoutHalf.truncated()));
        unit.show(evidence);
    }

    void check(Evidence evidence) {
        unit.checkPrecise(evidence);
        withoutHalf.checkPrecise(evidence);
        unit.checkExpected(evidence, 2.0000203818, 10);
        withoutHalf.checkExpected(evidence, 1.9997002, 7);
        unit.checkMistakes(evidence);
    }
}
