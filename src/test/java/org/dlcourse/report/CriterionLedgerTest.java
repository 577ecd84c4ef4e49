package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.report.RequirementCatalogue.Criterion;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;
import org.junit.jupiter.api.Test;

class CriterionLedgerTest {
    private static final Entry ROOTS = new Entry(
            "ROOTS-1",
            "Roots",
            "",
            "Take roots.",
            "They are right.",
            "",
            8,
            List.of(new Criterion("positive numbers", .75), new Criterion("zero", .25)));

    private final Evidence evidence = new Evidence();

    @Test
    void criterionThatHoldsEarnsItsShare() {
        judge(Math::sqrt, x -> 1);

        Judgement judgement = judgement();
        assertThat(judgement.points()).isEqualTo(6);
        assertThat(judgement.inWords()).isEqualTo("6 of 8");
        assertThat(judgement.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(judgement.criteria().get(1).reasons()).containsExactly("root of 0: 1, expected = 0.");
        assertThatThrownBy(evidence::assertChecks)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("root of 0");
    }

    @Test
    void firstLineSaysThatSomeIsRightWhereSomePointsWereEarned() {
        judge(Math::sqrt, x -> 1);

        JudgementPage page = new JudgementPage(judgement());
        assertThat(page.label()).isEqualTo("The submission is right in part: 6 of 8 points");
        assertThat(page.notAll()).isEqualTo(Html.Verdict.IN_PART);
        assertThat(page.html()).contains(">right<", ">wrong<");
    }

    @Test
    void allCriteriaEarnAllPoints() {
        judge(Math::sqrt, Math::sqrt);

        assertThat(judgement().points()).isEqualTo(8);
        assertThat(judgement().verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void solutionWithoutAResultFailsItsCriterionAlone() {
        judge(
                x -> {
                    throw new SubmissionException(Verdict.TIME_OUT, "No result within 10 s.");
                },
                Math::sqrt);

        assertThat(judgement().points()).isEqualTo(2);
        assertThat(judgement().verdict()).isEqualTo(Verdict.TIME_OUT);
        assertThat(judgement().criteria().get(0).reasons()).containsExactly("time-out: No result within 10 s.");
        assertThatThrownBy(evidence::assertChecks)
                .isInstanceOf(AssertionError.class)
                .hasMessage("positive numbers: time-out: No result within 10 s.");
    }

    @Test
    void faultOfTheSandboxIsNeverAFailureOfTheSolution() {
        judge(
                x -> {
                    throw new SandboxException("no daemon answers");
                },
                Math::sqrt);

        assertThat(judgement().graded()).isFalse();
        assertThat(judgement().inWords()).isEqualTo("not graded, of 8");
        assertThatThrownBy(evidence::assertChecks)
                .isInstanceOf(SandboxException.class)
                .hasMessage("no daemon answers");
    }

    @Test
    void criteriaThatWereNotReachedHaveTheTestsVerdict() {
        AssertionError failure =
                new AssertionError("passed on", new SubmissionException(Verdict.NOT_FOUND, "No file has it."));

        Judgement judgement = evidence.criteria().judgement(ROOTS, Optional.of(failure), List.of(), List.of());

        assertThat(judgement.points()).isZero();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void errorOfTheTestItselfIsNotTheSubmissions() {
        Judgement judgement = evidence.criteria()
                .judgement(ROOTS, Optional.of(new IllegalStateException("a bug")), List.of(), List.of());

        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_GRADED);
    }

    @Test
    void criterionThatAnErrorOfTheTestBreaksOffIsNotRight() {
        assertThatThrownBy(() -> judge(
                        x -> {
                            throw new IllegalStateException("a bug");
                        },
                        Math::sqrt))
                .hasMessage("a bug");

        assertThat(judgement().criteria().get(0).verdict()).isEqualTo(Verdict.NOT_GRADED);
    }

    @Test
    void criterionIsJudgedOnce() {
        evidence.criterion("zero", () -> {});

        assertThatThrownBy(() -> evidence.criterion("zero", () -> {})).hasMessageContaining("is judged twice");
    }

    @Test
    void criterionEarnsNothingUnlessThoseThatItNeedsAreRight() {
        judge(x -> 2, x -> 0);

        assertThat(needing().points()).isZero();
        assertThat(needing().criteria().get(1).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(needing().criteria().get(1).reasons())
                .containsExactly("It earns points only where \"positive numbers\" is right, which is: wrong.");
    }

    @Test
    void criterionIsNotGradedWhereOneThatItNeedsIsNot() {
        judge(
                x -> {
                    throw new SandboxException("no daemon answers");
                },
                x -> 0);

        assertThat(needing().criteria().get(1).verdict()).isEqualTo(Verdict.NOT_GRADED);
    }

    @Test
    void criterionEarnsItsShareWhereThoseThatItNeedsAreRight() {
        judge(Math::sqrt, x -> 0);

        assertThat(needing().points()).isEqualTo(8);
    }

    /** The judgement where zero needs positive numbers. */
    private Judgement needing() {
        Entry entry = new Entry(
                ROOTS.id(),
                ROOTS.title(),
                ROOTS.question(),
                ROOTS.asks(),
                ROOTS.shows(),
                ROOTS.fullScale(),
                ROOTS.points(),
                List.of(ROOTS.criteria().get(0), new Criterion("zero", .25, List.of("positive numbers"))));
        return evidence.criteria().judgement(entry, Optional.empty(), List.of(), List.of());
    }

    private void judge(DoubleUnaryOperator root, DoubleUnaryOperator rootOfZero) {
        evidence.criterion(
                "positive numbers",
                () -> evidence.check(
                        "root of 9", root.applyAsDouble(9), Bound.exactly(3), EvidenceKind.EXACT, "3 times 3 is 9"));
        evidence.criterion(
                "zero",
                () -> evidence.check(
                        "root of 0",
                        rootOfZero.applyAsDouble(0),
                        Bound.exactly(0),
                        EvidenceKind.EXACT,
                        "0 times 0 is 0"));
    }

    private Judgement judgement() {
        return evidence.criteria().judgement(ROOTS, Optional.empty(), List.of(), List.of());
    }
}
