package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.mistake.MomentumMistakes;
import org.dlcourse.exercise.reference.ClassicalMomentumStep;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Formula;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.kit.Mistake;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;

class MomentumByHandTest {
    private static final double TOLERANCE = 1e-12;
    private static final String UPDATE =
            "\\Delta w(k) = \\beta \\, \\Delta w(k-1) - \\eta \\, L'(w(k-1)), \\qquad w(k) = w(k-1) + \\Delta w(k)";

    private final MomentumStep momentumStep = new ClassicalMomentumStep();

    @Requirement("CONV-1")
    void weightOfTheRectifiedUnitAfter166StepsIsThatOfTheSecondImplementation(Evidence evidence) {
        MomentumProblem problem = MomentumProblem.RECTIFIED_SQUARED_ERROR;
        MomentumProblem withoutHalf = MomentumProblem.RECTIFIED_WITHOUT_HALF;
        double weight = problem.weight(momentumStep);
        double other = withoutHalf.weight(momentumStep);
        evidence.answer("How does a step come about?", new Formula(UPDATE), """
                A step keeps β = .9 of the one before and adds η = .1 times the negative gradient, taken where the weight is now.\
                """);
        evidence.answer(
                "What is w(167)?",
                new Formula("L = \\tfrac{1}{2} (y - 1)^2, \\quad y = \\max(0, w/2): \\qquad L'(w) = \\tfrac{1}{2}"
                        + " \\left( \\tfrac{w}{2} - 1 \\right) \\;\\; (w > 0)"),
                String.format(
                        Locale.ROOT,
                        "%s, truncated %s. The loss is smallest at w = 2; the weight swings about it ever less, since the momentum"
                                + " carries it past.",
                        digits(weight),
                        truncated(weight)));
        evidence.answer(
                "What changes without the factor 1/2?",
                String.format(
                        Locale.ROOT,
                        "The gradient doubles, as if the rate were .2, and the swinging is another: w(167) = %s, truncated %s."
                                + " Both definitions are in use; the third decimal tells which one was taken.",
                        digits(other),
                        truncated(other)));
        show(problem, evidence);
        checkPrecise(problem, evidence);
        checkPrecise(withoutHalf, evidence);
        checkGiven(problem, 2.0000203818, evidence);
        checkGiven(withoutHalf, 1.9997002, 1e-7, evidence);
        checkMistakes(problem, evidence);

        assertThat(truncated(weight)).isEqualTo("2.000");
        assertThat(truncated(other)).isEqualTo("1.999");
        evidence.assertChecks();
    }

    @Requirement("CONV-2")
    void weightOfTheLogisticUnitAfter166StepsIsThatOfTheSecondImplementation(Evidence evidence) {
        MomentumProblem problem = MomentumProblem.LOGISTIC_CROSS_ENTROPY;
        double weight = problem.weight(momentumStep);
        evidence.answer(
                "What is w(167)?",
                new Formula("L = -\\log y, \\quad y = \\frac{1}{1 + e^{w/2}}: \\qquad L'(w) = \\tfrac{1}{2} (1 - y)"),
                String.format(
                        Locale.ROOT,
                        "%s, truncated %s. The step of .5 that is given first carries the weight the wrong way. There is no smallest loss: the output"
                                + " comes ever closer to its target 1 as the weight"
                                + " falls, and the gradient dies away, so that the weight goes on ever more slowly. At k = 167"
                                + " the output is %.4f.",
                        digits(weight),
                        truncated(weight),
                        problem.output(weight)));
        evidence.answer(
                "How does a step come about?", new Formula(UPDATE), "As in the first question: β = .9, η = .1.");
        show(problem, evidence);
        checkPrecise(problem, evidence);
        checkGiven(problem, -7.5548101393, evidence);
        checkMistakes(problem, evidence);

        assertThat(truncated(weight)).isEqualTo("-7.554");
        evidence.assertChecks();
    }

    private void show(MomentumProblem problem, Evidence evidence) {
        double[] trajectory = problem.trajectory(momentumStep);
        double[] plain = problem.trajectory(
                (state, derivative, momentum, rate) -> momentumStep.next(state, derivative, 0, rate));
        evidence.figure(new MomentumFigure(problem, trajectory, plain).figure());
        evidence.table(firstSteps(trajectory, problem));
    }

    private static DataTable firstSteps(double[] weights, MomentumProblem problem) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k : new int[] {1, 2, 3, 4, 5, 10, 20, 50, 100, 166, 167}) {
            rows.add(List.of(k, digits(weights[k - 1]), digits(problem.output(weights[k - 1]))));
        }
        return new DataTable("Some of the steps", List.of("k", "w(k)", "y"), rows);
    }

    private void checkPrecise(MomentumProblem problem, Evidence evidence) {
        evidence.check(
                "w(167) less that of a second implementation" + name(problem),
                Math.abs(problem.weight(momentumStep) - problem.preciseWeight()),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "166 additions to w round by at most 4.4e-16 each, and three roundings a step of at most 5.6e-17 are carried"
                        + " on tenfold by momentum .9: 4e-13 in all; the second has 40 digits and sums all gradients"
                        + " instead of stepping");
    }

    private void checkGiven(MomentumProblem problem, double given, Evidence evidence) {
        checkGiven(problem, given, 1e-10, evidence);
    }

    private void checkGiven(MomentumProblem problem, double given, double lastDigit, Evidence evidence) {
        evidence.check(
                "w(167) less the known " + given + name(problem),
                Math.abs(problem.weight(momentumStep) - given),
                Bound.atMost(lastDigit),
                EvidenceKind.EXACT,
                "the digits that are known");
    }

    private static String name(MomentumProblem problem) {
        return problem == MomentumProblem.RECTIFIED_WITHOUT_HALF ? ", without the factor 1/2" : "";
    }

    private void checkMistakes(MomentumProblem problem, Evidence evidence) {
        ExerciseCheck<ToDoubleFunction<MomentumProblem>> mistakes = mistakes(problem);
        mistakes.prove(evidence, "by w(167)");
        assertThat(mistakes.verdict(asked -> asked.weight(momentumStep)))
                .as("the solution itself")
                .isEqualTo("right");
    }

    /** The updates that students get wrong, and right updates at the wrong place. */
    private ExerciseCheck<ToDoubleFunction<MomentumProblem>> mistakes(MomentumProblem problem) {
        List<Mistake<ToDoubleFunction<MomentumProblem>>> wrong = new ArrayList<>();
        for (Mistake<MomentumStep> mistake : MomentumMistakes.all()) {
            wrong.add(new Mistake<>(mistake.cause(), asked -> asked.weight(mistake.solution())));
        }
        wrong.add(new Mistake<>("the weight is not moved at all", asked -> asked.trajectory(momentumStep)[0]));
        wrong.add(new Mistake<>(
                "one step too few: this is w(166)", asked -> asked.trajectory(momentumStep)[MomentumProblem.LAST - 2]));
        wrong.add(new Mistake<>(
                "one step too many: this is w(168)",
                asked -> asked.weight(momentumStep) + asked.stepAfterLast(momentumStep)));
        wrong.add(new Mistake<>(
                "the factor 1/2 of w/2 or of the loss is forgotten in the derivative",
                asked -> asked.weight((state, derivative, momentum, rate) ->
                        momentumStep.next(state, weight -> 2 * derivative.applyAsDouble(weight), momentum, rate))));
        return new ExerciseCheck<>(
                wrong,
                solution -> new double[] {solution.applyAsDouble(problem)},
                new double[] {problem.preciseWeight()},
                TOLERANCE);
    }

    @Test
    void firstStepsAreThoseByHand() {
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
    void derivativesAreThoseOfTheLosses() {
        for (double weight : new double[] {-3, -0.5, 0.3, 1, 2.5}) {
            assertThat(MomentumProblem.LOGISTIC_CROSS_ENTROPY.derivative(weight))
                    .as("at %s", weight)
                    .isCloseTo(
                            difference(w -> -Math.log(MomentumProblem.LOGISTIC_CROSS_ENTROPY.output(w)), weight),
                            within(1e-9));
            assertThat(MomentumProblem.RECTIFIED_SQUARED_ERROR.derivative(weight))
                    .as("at %s", weight)
                    .isCloseTo(
                            difference(
                                    w -> Math.pow(MomentumProblem.RECTIFIED_SQUARED_ERROR.output(w) - 1, 2) / 2,
                                    weight),
                            within(1e-9));
        }
    }

    private static double difference(DoubleUnaryOperator loss, double weight) {
        double step = 1e-5;
        return (loss.applyAsDouble(weight + step) - loss.applyAsDouble(weight - step)) / (2 * step);
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.10f", number);
    }

    /** Three decimals, cut off and not rounded. */
    private static String truncated(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.DOWN).toPlainString();
    }
}
