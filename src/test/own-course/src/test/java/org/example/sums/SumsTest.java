package org.example.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.junit.jupiter.api.Test;

class SumsTest {
    @Requirement("SUMS-1")
    void closedFormEqualsTheLoop(Evidence evidence) {
        evidence.answer("What is the sum?", "The numbers from 1 to n in pairs make n (n + 1) / 2.");
        int error = IntStream.rangeClosed(0, 100)
                .map(n -> Math.abs(ClosedForm.ofNumbers(n)
                        - IntStream.rangeClosed(1, n).sum()))
                .max()
                .orElseThrow();
        evidence.check("largest error up to 100", error, Bound.atMost(0), EvidenceKind.EXACT, "integers are exact");
        evidence.assertChecks();
    }

    @Test
    void formThatForgetsTheLastNumberIsAnother() {
        assertThat(ClosedForm.ofNumbers(9)).isNotEqualTo(IntStream.range(1, 9).sum());
    }
}
