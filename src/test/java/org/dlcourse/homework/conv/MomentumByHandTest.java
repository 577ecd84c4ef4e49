package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.reference.ClassicalMomentumStep;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;

class MomentumByHandTest {
    private final MomentumStep momentumStep = new ClassicalMomentumStep();

    @Requirement("CONV-1")
    void weightOfTheRectifiedUnitAfter166StepsIsThatOfTheSecondImplementation(Solutions solutions, Evidence evidence) {
        RectifiedUnitPage page = RectifiedUnitPage.of(solution(solutions));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();

        assertThat(page.unit().truncated()).isEqualTo("2.000");
        assertThat(page.withoutHalf().truncated()).isEqualTo("1.999");
        assertThat(page.unit().verdict()).as("the solution itself").isEqualTo("right");
    }

    @Requirement("CONV-2")
    void weightOfTheLogisticUnitAfter166StepsIsThatOfTheSecondImplementation(Solutions solutions, Evidence evidence) {
        LogisticUnitPage page = LogisticUnitPage.of(solution(solutions));
        page.show(evidence);
        page.check(evidence);
        evidence.assertChecks();

        assertThat(page.unit().truncated()).isEqualTo("-7.554");
        assertThat(page.unit().verdict()).as("the solution itself").isEqualTo("right");
    }

    private static MomentumStep solution(Solutions solutions) {
        return solutions.of(MomentumStep.class, ClassicalMomentumStep::new);
    }

    @Test
    void firstStepsEqualThoseComputedByHand() {
        double[] rectified = MomentumProblem.RECTIFIED_SQUARED_ERROR.trajectory(momentumStep);

        // w(2) = 1 + .45 - .1 (-.25) = 1.475; dw(3) = .9 * .475 - .1 * .5 (.7375 - 1) = .440625.
        assertThat(rectified).hasSize(167).startsWith(1);
        assertThat(rectified[1]).isCloseTo(1.475, within(1e-15));
        assertThat(rectified[2]).isCloseTo(1.915625, within(1e-15));
        assertThat(MomentumProblem.LOGISTIC_CROSS_ENTROPY.trajectory(momentumStep)[1])
                .as("w(2) = .45 - .1 * .5 * .5")
                .isCloseTo(0.425, within(1e-15));
    }

    @Test
    void derivativesEqualDifferenceQuotientsOfTheLosses() {
        for (double weight : new double[] {-3, -0.5, 0.3, 1, 2.5}) {
            assertThat(MomentumProblem.LOGISTIC_CROSS_ENTROPY.derivative(weight))
                    .as("at %s", weight)
                    .isCloseTo(
                            quotient(w -> -Math.log(MomentumProblem.LOGISTIC_CROSS_ENTROPY.output(w)), weight),
                            within(1e-9));
            assertThat(MomentumProblem.RECTIFIED_SQUARED_ERROR.derivative(weight))
                    .as("at %s", weight)
                    .isCloseTo(
                            quotient(
                                    w -> Math.pow(MomentumProblem.RECTIFIED_SQUARED_ERROR.output(w) - 1, 2) / 2,
                                    weight),
                            within(1e-9));
        }
    }

    private static double quotient(DoubleUnaryOperator loss, double weight) {
        double step = 1e-5;
        return (loss.applyAsDouble(weight + step) - loss.applyAsDouble(weight - step)) / (2 * step);
    }
}
