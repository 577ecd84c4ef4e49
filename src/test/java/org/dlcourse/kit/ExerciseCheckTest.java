package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dlcourse.report.EvidenceKind;
import org.junit.jupiter.api.Test;

class ExerciseCheckTest {
    private static final double[] SQUARES = {1, 4, 9};

    private final ExerciseCheck<DoubleUnaryOperator> squares = squares(List.of(
            new Mistake<>("doubled instead of squared", x -> 2 * x), new Mistake<>("not squared at all", x -> x)));

    @Test
    void wrongSolutionIsRejectedWithItsCause() {
        ExerciseCheck<DoubleUnaryOperator> check = new ExerciseCheck<>(
                List.of(
                        new Mistake<>("doubled instead of squared", x -> 2 * x),
                        new Mistake<>("not squared at all", x -> x)),
                f -> new double[] {f.applyAsDouble(1), f.applyAsDouble(2), f.applyAsDouble(3)},
                new double[] {1, 4, 9},
                1e-12);

        assertThat(check.accepts(x -> x * x)).isTrue();
        assertThat(check.verdict(x -> x + x)).endsWith("Likely cause: doubled instead of squared");
    }

    @Test
    void mistakeIsASolutionWithItsCause() {
        Mistake<DoubleUnaryOperator> doubled = new Mistake<>("doubled instead of squared", x -> 2 * x);

        assertThat(squares.accepts(doubled.solution())).isFalse();
        assertThat(squares.verdict(doubled.solution())).endsWith(doubled.cause());
    }

    @Test
    void rightSolutionIsAccepted() {
        assertThat(squares.accepts(x -> x * x)).isTrue();
        assertThat(squares.verdict(x -> x * x + 1e-13)).isEqualTo("right");
    }

    @Test
    void knownMistakeIsNamed() {
        assertThat(squares.verdict(x -> x + x))
                .isEqualTo(
                        "off by 3.3e-01 of the largest number, where 1e-12 is allowed. Likely cause: doubled instead of"
                                + " squared");
        assertThat(squares.missed()).isEmpty();
    }

    @Test
    void unknownMistakeIsRejectedWithoutACause() {
        assertThat(squares.verdict(x -> x * x * x))
                .isEqualTo("off by 2.0e+00 of the largest number, where 1e-12 is allowed");
    }

    @Test
    void anotherNumberOfResultsIsNamed() {
        ExerciseCheck<double[]> two = new ExerciseCheck<>(List.of(), numbers -> numbers, new double[] {1, 2}, 0);

        assertThat(two.verdict(new double[3])).isEqualTo("found 3 numbers, expected 2");
    }

    @Test
    void solutionThatThrowsIsNamedWithItsException() {
        DoubleUnaryOperator unfinished = x -> {
            throw new UnsupportedOperationException("to do");
        };

        // The solution fails before anything is written as evidence.
        assertThatThrownBy(() -> squares.check(null, "error", unfinished, EvidenceKind.ROUNDING_BOUND, "rounding"))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("The solution .* gives no result: java.lang.UnsupportedOperationException: to do")
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nanIsRejected() {
        assertThat(squares.accepts(x -> Double.NaN)).isFalse();
    }

    @Test
    void mistakeThatPassesIsMissed() {
        assertThat(squares(List.of(new Mistake<>("none", x -> x * x))).missed()).containsExactly("none");
    }

    @Test
    void mistakeThatIsTakenForAnotherIsMissed() {
        assertThat(squares(List.of(new Mistake<>("doubled", x -> 2 * x), new Mistake<>("added to itself", x -> x + x)))
                        .missed())
                .containsExactly("doubled", "added to itself");
    }

    @Test
    void otherNumberOfResultsIsRejected() {
        ExerciseCheck<DoubleUnaryOperator> short1 =
                new ExerciseCheck<>(List.of(), f -> new double[] {f.applyAsDouble(1)}, SQUARES, 1e-12);

        assertThat(short1.error(x -> x * x)).isInfinite();
    }

    private static ExerciseCheck<DoubleUnaryOperator> squares(List<Mistake<DoubleUnaryOperator>> mistakes) {
        return new ExerciseCheck<>(
                mistakes,
                f -> new double[] {f.applyAsDouble(1), f.applyAsDouble(2), f.applyAsDouble(3)},
                SQUARES,
                1e-12);
    }
}
