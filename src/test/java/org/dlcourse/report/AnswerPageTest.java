package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.junit.jupiter.api.Test;

class AnswerPageTest {
    private static final Entry DEPTH =
            new Entry("NETS-1", "Depth", "", "Discuss depth.", "Numbers by depth.", "", 5, List.of());

    @Test
    void pointsGivenInPartHaveAWordAndAColourOfTheirOwn() {
        assertThat(marked(3).conclusion())
                .contains(Html.Verdict.IN_PART.colour(), "Marked by a person: 3 of 5 points.</strong> no numbers");
        assertThat(marked(3).judgement(List.of()).orElseThrow().criteria())
                .extracting(Judgement.Mark::verdictInWords)
                .containsExactly("right in part");
    }

    @Test
    void allPointsAreRightAndNoneAreWrong() {
        assertThat(marked(5).conclusion()).contains(Html.Verdict.SHOWN.colour());
        assertThat(marked(0).conclusion()).contains(Html.Verdict.NOT_SHOWN.colour());
        assertThat(marked(0).judgement(List.of()).orElseThrow().criteria())
                .extracting(Judgement.Mark::verdictInWords)
                .containsExactly("wrong");
    }

    private static AnswerPage marked(double points) {
        return new AnswerPage(
                DEPTH, Optional.of("Deeper is better."), Optional.of(new Marks.Given(points, "no numbers")), List.of());
    }
}
