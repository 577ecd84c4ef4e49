package org.dlcourse.homework.conv;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution1d;
import org.dlcourse.grading.Solutions;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;

class Convolution1dTest {
    @Requirement("CONV-3")
    void outputAndGradientsEqualPytorchs(Solutions solutions, Evidence evidence) {
        Convolution1d solution = solutions.of(Convolution1d.class, ShiftedSumConvolution1d::new);
        Convolution1dPage page = new Convolution1dPage(
                solution,
                GoldenConvolution1d.cases(),
                Convolution1dCase.hidden(solutions.caseSeed()),
                solutions::precision);
        page.check(evidence);
        page.show(evidence);
        page.checkTogether(evidence);

        assertThat(page.cases())
                .as("a stride that leaves input uncovered")
                .anyMatch(Convolution1dCase::hasUncoveredInput);
        evidence.assertChecks();
    }
}
