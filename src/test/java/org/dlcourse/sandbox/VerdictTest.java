package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void verdictsAreWords() {
        assertThat(Verdict.values())
                .extracting(Verdict::toString)
                .containsExactly(
                        "right",
                        "wrong",
                        "exception",
                        "time-out",
                        "out of memory",
                        "crash",
                        "flood",
                        "broken protocol",
                        "not implemented",
                        "not found",
                        "not graded");
    }

    @Test
    void replyWithAResultIsNoVerdictYet() {
        assertThat(Verdict.ofType("result")).isEmpty();
        assertThat(Verdict.ofType("exception")).contains(Verdict.EXCEPTION);
        assertThat(Verdict.ofType("bad_result")).contains(Verdict.WRONG);
    }
}
