package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void everyCurveHasATitleOfItsOwn() {
        assertThat(Curve.values()).extracting(Curve::title).doesNotHaveDuplicates();
    }
}
