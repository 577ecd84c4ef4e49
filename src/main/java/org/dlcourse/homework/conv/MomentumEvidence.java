package org.dlcourse.homework.conv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * What the pages on gradient descent with momentum have in common.
 *
 * @param problem whose loss is minimised
 * @param momentumStep the solution
 */
record MomentumEvidence(MomentumProblem problem, MomentumStep momentumStep) {
    static final Formula UPDATE = new Formula(
            "\\Delta w(k) = \\beta \\, \\Delta w(k-1) - \\eta \\, L'(w(k-1)), \\qquad w(k) = w(k-1) + \\Delta w(k)");

    private static final double TOLERANCE = 1e-12;
    private static final int[] STEPS_IN_TABLE = {1, 2, 3, 4, 5, 10, 20, 50, 100, 166, 167};

    /** w(167) by the solution. */
    double weight() {
        return problem.weight(momentumStep);
    }

    /** w(167) with ten decimals. */
    String rounded() {
        return rounded(weight());
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.10f", number);
    }

    /** w(167) with three decimals, cut off and not rounded. */
    String truncated() {
        return BigDecimal.valueOf(weight()).setScale(3, RoundingMode.DOWN).toPlainString();
    }

    void show(Evidence evidence) {
        double[] trajectory = problem.trajectory(momentumStep);
        double[] plain = problem.trajectory(
                (state, derivative, momentum, rate) -> momentumStep.next(state, derivative, 0, rate));
        evidence.figure(new MomentumFigure(problem, trajectory, plain).figure());
        evidence.table(table(trajectory));
    }

    private DataTable table(double[] weights) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k : STEPS_IN_TABLE) {
            rows.add(List.of(k, rounded(weights[k - 1]), rounded(problem.output(weights[k - 1]))));
        }
        return new DataTable("Weight and output at selected steps", List.of("k", "w(k)", "y"), rows);
    }

    void checkPrecise(Evidence evidence) {
        evidence.check(
                "absolute difference of w(167) from a second implementation" + variant(),
                Math.abs(weight() - problem.preciseWeight()),
                Bound.atMost(TOLERANCE),
                EvidenceKind.EXACT,
                "166 additions to w are each rounded by at most 4.4e-16; three roundings per step, of at most 5.6e-17, are"
                        + " amplified tenfold by the momentum of 0.9: 4e-13 in total; the second implementation has 40 digits"
                        + " and computes w(167) as a weighted sum of all gradients, without momentum steps");
    }

    void checkExpected(Evidence evidence, double expected, int decimals) {
        double tolerance = Double.parseDouble("1e-" + decimals);
        evidence.keyCheck(
                "w(167)" + variant(),
                weight(),
                new Bound(expected + " ± 1e-" + decimals, weight -> Math.abs(weight - expected) <= tolerance),
                EvidenceKind.EXACT,
                "the expected value has " + decimals + " decimals");
    }

    private String variant() {
        return problem == MomentumProblem.RECTIFIED_WITHOUT_HALF ? ", without the factor 1/2" : "";
    }

    void checkMistakes(Evidence evidence) {
        mistakes()
                .check(
                        evidence,
                        "absolute difference of w(167) from the second implementation, divided by |w(167)|",
                        other -> other.weight(momentumStep),
                        EvidenceKind.EXACT,
                        "as above, since the absolute value of w(167) is larger than 1");
        mistakes().prove(evidence, "by w(167)");
    }

    /** The verdict on the solution itself. */
    String verdict() {
        return mistakes().verdict(other -> other.weight(momentumStep));
    }

    /** Wrong updates, and right updates that are read at the wrong step. */
    private ExerciseCheck<ToDoubleFunction<MomentumProblem>> mistakes() {
        MomentumStep right = new ClassicalMomentumStep();
        List<Mistake<ToDoubleFunction<MomentumProblem>>> wrong = new ArrayList<>();
        for (Mistake<MomentumStep> mistake : MomentumMistakes.all()) {
            wrong.add(new Mistake<>(mistake.cause(), other -> other.weight(mistake.solution())));
        }
        wrong.add(new Mistake<>("the weight is never updated", other -> other.trajectory(right)[0]));
        wrong.add(new Mistake<>(
                "one step too few: this is w(166)", other -> other.trajectory(right)[MomentumProblem.LAST - 2]));
        wrong.add(new Mistake<>(
                "one step too many: this is w(168)", other -> other.weight(right) + other.stepAfterLast(right)));
        wrong.add(new Mistake<>(
                "the factor 1/2 of w/2 or of the loss is missing in the derivative",
                other -> other.weight((state, derivative, momentum, rate) ->
                        right.next(state, weight -> 2 * derivative.applyAsDouble(weight), momentum, rate))));
        return new ExerciseCheck<>(
                wrong,
                solution -> new double[] {solution.applyAsDouble(problem)},
                new double[] {problem.preciseWeight()},
                TOLERANCE);
    }
}
