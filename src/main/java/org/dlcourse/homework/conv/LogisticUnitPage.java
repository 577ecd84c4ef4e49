package org.dlcourse.homework.conv;

import java.util.Locale;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Evidence;

/**
 * CONV-2: the page on the cross-entropy of a logistic unit.
 *
 * @param unit with the handout's loss
 */
record LogisticUnitPage(MomentumEvidence unit) {
    static LogisticUnitPage of(MomentumStep momentumStep) {
        return new LogisticUnitPage(new MomentumEvidence(MomentumProblem.LOGISTIC_CROSS_ENTROPY, momentumStep));
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "w(167) = %s, truncated %s, where the output is %.4f and still approaches its target 1.",
                unit.rounded(),
                unit.truncated(),
                unit.problem().output(unit.weight())));
        evidence.answer(
                "What is w(167)?",
                new Formula("L = -\\log y, \\quad y = \\frac{1}{1 + e^{w/2}}: \\qquad L'(w) = \\tfrac{1}{2} (1 - y)"),
                String.format(
                        Locale.ROOT,
                        "%s, truncated %s. The given initial step of 0.5 first moves the weight in the wrong direction. The loss"
                                + " has no minimum: the output approaches its target 1 as the weight decreases, the gradient"
                                + " vanishes, and the weight moves ever more slowly. At k = 167 the output is %.4f.",
                        unit.rounded(),
                        unit.truncated(),
                        unit.problem().output(unit.weight())));
        evidence.answer(
                "How is a step computed?", MomentumEvidence.UPDATE, "As in the first question: β = 0.9, η = 0.1.");
        unit.show(evidence);
    }

    void check(Evidence evidence) {
        unit.checkPrecise(evidence);
        unit.checkExpected(evidence, -7.5548101393, 10);
        unit.checkMistakes(evidence);
    }
}
