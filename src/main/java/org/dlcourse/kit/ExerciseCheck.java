package org.dlcourse.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.sandbox.SandboxException;

/**
 * Judges solutions of an exercise by their numbers, and names the likely cause where wrong numbers are those of a known
 * mistake.
 *
 * <pre>{@code
 * ExerciseCheck<DoubleUnaryOperator> check = new ExerciseCheck<>(
 *         List.of(new Mistake<>("doubled instead of squared", x -> 2 * x), new Mistake<>("not squared at all", x -> x)),
 *         f -> new double[] {f.applyAsDouble(1), f.applyAsDouble(2), f.applyAsDouble(3)},
 *         new double[] {1, 4, 9},
 *         1e-12);
 *
 * assertThat(check.accepts(x -> x * x)).isTrue();
 * assertThat(check.verdict(x -> x + x)).endsWith("Likely cause: doubled instead of squared");
 * }</pre>
 *
 * @param <S> the exercise's interface
 * @param mistakes the known mistakes, each with a cause of its own
 * @param numbers what a solution computes, flattened
 * @param expected the right numbers, in the same order
 * @param tolerance the largest {@linkplain RelativeError relative error} that is accepted
 */
public record ExerciseCheck<S>(
        List<Mistake<S>> mistakes, Function<S, double[]> numbers, double[] expected, double tolerance) {
    private static final String RIGHT = "right";

    /**
     * The error of a solution.
     *
     * @return relative to the largest expected number; infinite if there are more or fewer numbers than expected
     */
    public double error(S solution) {
        return RelativeError.of(numbers.apply(solution), expected);
    }

    /**
     * Whether a solution passes.
     *
     * @return whether its error is within the tolerance; false if it is NaN
     */
    public boolean accepts(S solution) {
        return error(solution) <= tolerance;
    }

    /**
     * The verdict on a solution, for whoever wrote it.
     *
     * @return "right", or the error with the likely cause if it is that of a known mistake
     */
    public String verdict(S solution) {
        double[] actual = numbers.apply(solution);
        double error = RelativeError.of(actual, expected);
        if (error <= tolerance) {
            return RIGHT;
        }
        if (actual.length != expected.length) {
            return "found " + actual.length + " numbers, expected " + expected.length;
        }
        String causes = String.join("; or ", likelyCauses(actual));
        return String.format(Locale.ROOT, "off by %.1e of the largest number, where %.0e is allowed", error, tolerance)
                + (causes.isEmpty() ? "" : ". Likely cause: " + causes);
    }

    /**
     * Puts the error of a solution beside the tolerance on a requirement's page; where it is wrong, the likely causes are named.
     *
     * @param evidence of the requirement
     * @param what is compared, such as "largest error on the toy data"
     * @param solution to be judged
     * @param kind what kind of evidence the tolerance is
     * @param reason where the tolerance comes from
     * @throws AssertionError if the solution throws an exception, which is the cause
     */
    public void check(Evidence evidence, String what, S solution, EvidenceKind kind, String reason) {
        double[] actual = numbersOrFailure(solution);
        nameCauses(evidence, solution);
        if (actual.length != expected.length) {
            evidence.check(
                    what + ": count of numbers",
                    actual.length,
                    Bound.exactly(expected.length),
                    kind,
                    "numbers of another count have no difference");
            return;
        }
        evidence.check(
                what,
                RelativeError.of(actual, expected),
                tolerance == 0 ? Bound.exactly(0) : Bound.atMost(tolerance),
                kind,
                reason);
    }

    /** Names the known mistakes whose numbers a solution's are, unless it is right; it adds no check. */
    public void nameCauses(Evidence evidence, S solution) {
        if (!accepts(solution)) {
            likelyCauses(numbers.apply(solution)).forEach(evidence::likelyCause);
        }
    }

    private double[] numbersOrFailure(S solution) {
        try {
            return numbers.apply(solution);
        } catch (SubmissionException | SandboxException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "The solution " + solution.getClass().getSimpleName() + " gives no result: " + e, e);
        }
    }

    private List<String> likelyCauses(double[] actual) {
        return mistakes.stream()
                .filter(mistake -> agree(actual, numbers.apply(mistake.solution())))
                .map(Mistake::cause)
                .toList();
    }

    /** Whether the numbers are the same up to the tolerance; NaN is the same as NaN. */
    private boolean agree(double[] actual, double[] other) {
        if (actual.length != other.length) {
            return false;
        }
        double[] first = actual.clone();
        double[] second = other.clone();
        for (int i = 0; i < first.length; i++) {
            if (Double.isNaN(first[i]) && Double.isNaN(second[i])) {
                first[i] = 0;
                second[i] = 0;
            }
        }
        return RelativeError.of(first, second) <= tolerance;
    }

    /** Whether the check rejects a mistake and names its cause, and no other mistake's. */
    private boolean isRecognised(Mistake<S> mistake) {
        return !accepts(mistake.solution())
                && likelyCauses(numbers.apply(mistake.solution())).equals(List.of(mistake.cause()));
    }

    /**
     * The known mistakes that would pass or be taken for others.
     *
     * @return their causes; none if the check serves
     */
    public List<String> missed() {
        return mistakes.stream()
                .filter(mistake -> !isRecognised(mistake))
                .map(Mistake::cause)
                .toList();
    }

    /**
     * Puts a table of the known mistakes on a requirement's page, with a check that each is rejected and recognised.
     *
     * @param evidence of the requirement
     * @param where what the solutions are applied to, such as "on the toy data"
     */
    public void prove(Evidence evidence, String where) {
        evidence.table(table(where));
        evidence.check(
                "wrong solutions that pass or are taken for another mistake, of " + mistakes.size() + ", " + where,
                missed().size(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "control: the check must reject what students get wrong");
    }

    /** Arrays of different lengths have no difference. */
    private String errorInWords(Mistake<S> mistake) {
        return numbers.apply(mistake.solution()).length == expected.length
                ? String.format(Locale.ROOT, "%.1e", error(mistake.solution()))
                : "wrong shape";
    }

    private DataTable table(String where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Mistake<S> mistake : mistakes) {
            rows.add(List.of(
                    mistake.cause(),
                    errorInWords(mistake),
                    accepts(mistake.solution()) ? "ACCEPTED" : "rejected",
                    isRecognised(mistake) ? "yes" : "NO"));
        }
        return new DataTable(
                "Wrong solutions that the check must reject, " + where,
                List.of("Mistake", "Error", "Check", "Recognised"),
                rows);
    }
}
