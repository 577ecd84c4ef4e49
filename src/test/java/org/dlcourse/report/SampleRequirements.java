package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;

/** Two requirements, one met and one not, for tests of what a report says of them. Not run by the build itself. */
final class SampleRequirements {
    @Requirement("CONV-1")
    void met(Evidence evidence) {
        evidence.conclusion("It is so.");
        evidence.answer("Is it so?", "It is so.");
        evidence.check("a number", 1, Bound.atMost(2), EvidenceKind.EXACT, "because");
        evidence.assertChecks();
    }

    @Requirement("CONV-2")
    void notMet(Evidence evidence) {
        Series series = new Series("w", new double[] {0, 1}, new double[] {0, 1}, Palette.BLUE, Series.Style.SOLID);
        evidence.figure(new Figure(
                "A trajectory",
                "What happened.",
                300,
                200,
                new Chart("w", "k", "w", List.of(series)),
                List.of(DataTable.ofColumns("w by k", List.of("k", "w"), List.of(series.x(), series.y())))));
        assertThat(3).as("the third number").isLessThanOrEqualTo(2);
    }
}
