package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Convolution1dTest {
    @Requirement("CONV-3")
    void outputAndGradientsEqualPytorchs(Evidence evidence) {
        Convolution1dPage page = new Convolution1dPage(new ShiftedSumConvolution1d(), GoldenConvolution1d.cases());
        page.show(evidence);
        page.check(evidence);

        assertThat(page.cases())
                .as("a stride that leaves input uncovered")
                .anyMatch(Convolution1dCase::hasUncoveredInput);
        assertThat(page.verdict()).as("the solution itself").isEqualTo("right");
        evidence.assertChecks();
    }
}
