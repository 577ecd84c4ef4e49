package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Formula;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    /** The test of a requirement of another course; it is not run as a test here. */
    static final class Roots {
        @Requirement("ROOTS-1")
        void rootsHaveTheNumbersAsSquares(Evidence evidence) {
            double[] numbers = {1, 4, 9};
            double[] roots = Arrays.stream(numbers).map(Math::sqrt).toArray();
            Series curve = new Series("root", numbers, roots, Palette.BLUE, Series.Style.SOLID);
            DataTable table = DataTable.ofColumns("Roots", List.of("x", "root"), List.of(numbers, roots));
            Chart chart = new Chart("", "x", "root", List.of(curve));

            evidence.conclusion("The root of 9 is 3.");
            evidence.answer("What is a root?", new Formula("\\sqrt{x}"), "The number whose square is x.");
            evidence.figure(new Figure("Square roots", "Of three numbers.", 400, 250, chart, List.of(table)));
            evidence.table(table);
            evidence.check("root of 9", roots[2], Bound.exactly(3), EvidenceKind.EXACT, "3 times 3 is 9");
            evidence.assertChecks();
        }
    }

    private final Evidence evidence = new Evidence();

    @Test
    void pageHasWhatWasGivenInItsOrderWithTheChecksBehindTheFirstFigure() {
        new Roots().rootsHaveTheNumbersAsSquares(evidence);

        assertThat(evidence.html(""))
                .containsSubsequence(
                        "What is a root?",
                        "data-attachment=\"Formula (PNG)\"",
                        "The number whose square is x.",
                        "data-attachment=\"Square roots (PNG)\"",
                        "Of three numbers.",
                        "Measured values and bounds",
                        "3 times 3 is 9",
                        "Roots");
    }

    @Test
    void answersBeginWithTheNumberOfTheHandoutsQuestionAndNothingElseDoes() {
        new Roots().rootsHaveTheNumbersAsSquares(evidence);

        assertThat(evidence.html("3.2")).containsOnlyOnce("3.2 · ").contains(">3.2 · What is a root?</h4>");
    }

    @Test
    void errorInTheHandoutIsOnThePageAndInTheFacts() {
        evidence.erratum("The root of 9 is 4.", "4 times 4 is 16.");

        assertThat(evidence.html("1"))
                .contains(">" + Erratum.HEADING, "The root of 9 is 4.", "Proof: 4 times 4 is 16.");
        assertThat(EvidenceFacts.of(evidence, "").errata())
                .containsExactly(new Erratum("The root of 9 is 4.", "4 times 4 is 16."));
    }

    @Test
    void codeOfTheSolutionThatATestMadeIsOnThePage() {
        evidence.solution(this);

        assertThat(RequirementPage.code(Evidence.class, evidence.solutions(), List.of()))
                .containsSubsequence("Evidence.java</summary>", "EvidenceTest.java</summary>");
    }

    @Test
    void secondPictureOfOneNameGetsANumber() {
        new Roots().rootsHaveTheNumbersAsSquares(evidence);
        new Roots().rootsHaveTheNumbersAsSquares(evidence);

        assertThat(evidence.html(""))
                .containsOnlyOnce("data-attachment=\"Square roots (PNG)\"")
                .containsOnlyOnce("data-attachment=\"Square roots (PNG) 2\"");
    }

    @Test
    void checkThatIsNotAssertedAfterwardsIsNoticed() {
        new Roots().rootsHaveTheNumbersAsSquares(evidence);
        assertThat(evidence.allAsserted()).isTrue();

        evidence.check("root of 4", 3, Bound.exactly(2), EvidenceKind.EXACT, "2 times 2 is 4");

        assertThat(evidence.allAsserted()).isFalse();
        assertThatThrownBy(evidence::assertChecks).isInstanceOf(AssertionError.class);
    }
}
