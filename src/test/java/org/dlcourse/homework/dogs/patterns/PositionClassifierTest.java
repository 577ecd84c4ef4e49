package org.dlcourse.homework.dogs.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionClassifierTest {
    @Test
    void predictsTheMoreFrequentClassAtAPosition() {
        // Training: class 1 twice at (1, 1), class 0 at (2, 2). Test: (1, 1), (2, 2) and the unknown (3, 3), which is
        // class 0.
        PositionClassifier classifier = new PositionClassifier(
                new int[] {1, 1, 0, 1, 0, 1}, new int[] {1, 1, 2, 1, 2, 3}, new int[] {1, 1, 2, 1, 2, 3});

        assertThat(classifier.accuracy()).isEqualTo(2 / 3.0);
    }
}
