package org.dlcourse.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dlcourse.figure.DataTable;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * Judges solutions of an exercise by their numbers, and names the likely cause where wrong numbers are those of a known
 * mistake.
 *
 * @param <S> the exercise's interface
 * @param mistakes the known ones
 * @param numbers what a solution computes
 * @param expected the right numbers
 * @param tolerance largest difference of a number, as a part of the largest expected one
 */
public record ExerciseCheck<S>(
        List<Mistake<S>> mistakes, Function<S, double[]> numbers, double[] expected, double tolerance) {
    /** How far a solution's numbers are off, as a part of the largest; infinite if there are more or fewer of them. */
    public double error(S solution) {
        return RelativeError.of(numbers.apply(solution), expected);
    }

    /** Whether a solution passes. */
    public boolean accepts(S solution) {
        return error(solution) <= tolerance;
    }

    /** What is told of a solution: that it is right, or how far off, and the likely cause if it is known. */
    public String verdict(S solution) {
        double[] actual = numbers.apply(solution);
        double error = RelativeError.of(actual, expected);
        if (error <= tolerance) {
            return "right";
        }
        String causes = String.join("; or ", likelyCauses(actual));
        return String.format(Locale.ROOT, "off by %.1e of the largest number, where %.0e is allowed", error, tolerance)
                + (causes.isEmpty() ? "" : ". Likely cause: " + causes);
    }

    private List<String> likelyCauses(double[] actual) {
        return mistakes.stream()
                .filter(mistake -> RelativeError.of(actual, numbers.apply(mistake.solution())) <= tolerance)
                .map(Mistake::cause)
                .toList();
    }

    /** Whether the check rejects a mistake and names its cause, and no other mistake's. */
    private boolean isTold(Mistake<S> mistake) {
        return !accepts(mistake.solution())
                && likelyCauses(numbers.apply(mistake.solution())).equals(List.of(mistake.cause()));
    }

    /** The known mistakes that would pass, or would be taken for others: none, if the check is worth anything. */
    public List<String> missed() {
        return mistakes.stream()
                .filter(mistake -> !isTold(mistake))
                .map(Mistake::cause)
                .toList();
    }

    /**
     * Shows that every known mistake is rejected and told from the others, or fails.
     *
     * @param where what the solutions are applied to
     */
    public void prove(Evidence evidence, String where) {
        evidence.table(table(where));
        evidence.check(
                "wrong solutions that pass or are taken for another mistake, of " + mistakes.size(),
                missed().size(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "control: the check must reject what students get wrong");
    }

    private DataTable table(String where) {
        List<List<Object>> rows = new ArrayList<>();
        for (Mistake<S> mistake : mistakes) {
            rows.add(List.of(
                    mistake.cause(),
                    String.format(Locale.ROOT, "%.1e", error(mistake.solution())),
                    accepts(mistake.solution()) ? "ACCEPTED" : "rejected",
                    isTold(mistake) ? "yes" : "NO"));
        }
        return new DataTable(
                "Wrong solutions that the check must reject, " + where,
                List.of("Mistake", "Error", "Check", "Told from the others"),
                rows);
    }
}
