package org.dlcourse.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.backend.Backend;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.junit.jupiter.api.Test;

class RepeatedRunTest {
    private static final int EXAMPLES = 450;

    /** How a requirement's test calls it, which alone has evidence; compiled, and not run here. */
    static void check(Evidence evidence, double first, double second) {
        RepeatedRun.ofProcess().check(evidence, "difference of the accuracies", second - first, 1000, "equal seeds");
    }

    @Test
    void onACpuNothingButEqualBitsPasses() {
        Bound bound = new RepeatedRun(true).bound(EXAMPLES);

        assertThat(bound.holds().test(0)).isTrue();
        assertThat(bound.holds().test(1e-9)).isFalse();
    }

    /** Three standard errors of the difference of two accuracies of one half: 3 sqrt(2 x 1/4 / 450) = 0.1. */
    @Test
    void onAGpuADifferenceWithinChancePassesAndALargerOneFails() {
        Bound bound = new RepeatedRun(false).bound(EXAMPLES);

        assertThat(bound.holds().test(-.099)).isTrue();
        assertThat(bound.holds().test(.101)).isFalse();
    }

    @Test
    void buildDeterminesWhetherBitsRepeat() {
        assertThat(RepeatedRun.ofProcess().toTheBit()).isEqualTo(!Backend.isForGpu());
    }
}
