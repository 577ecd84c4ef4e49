package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlcourse.dataset.Examples;
import org.dlcourse.training.FloatArray;
import org.junit.jupiter.api.Test;

class FirstLayerStructureTest {
    @Test
    void neighboursCorrelatePositivelyInARampAndNegativelyInACheckerboard() {
        FloatArray ramp = new FloatArray(new int[] {1, 9}, new float[] {0, 1, 2, 1, 2, 3, 2, 3, 4});
        FloatArray board = new FloatArray(new int[] {1, 9}, new float[] {1, -1, 1, -1, 1, -1, 1, -1, 1});

        assertThat(new FirstLayerStructure(ramp, 3, 3).smoothness().correlation())
                .isPositive();
        assertThat(new FirstLayerStructure(board, 3, 3).smoothness().correlation())
                .isCloseTo(-1, within(1e-12));
        assertThat(new FirstLayerStructure(board, 3, 3).smoothness().pairs())
                .as("6 horizontal and 6 vertical pairs")
                .isEqualTo(12);
    }

    @Test
    void classExplainsAllVarianceOfADetectorAndNoneOfAUnitThatIgnoresTheClass() {
        // The first input is the class; the second varies in the same way in both classes.
        Examples examples =
                Examples.of(new float[] {0, 1, 0, -1, 5, 1, 5, -1}, new int[] {4, 1, 1, 2}, new int[] {0, 0, 1, 1}, 2);
        FloatArray units = new FloatArray(new int[] {2, 2}, new float[] {1, 0, 0, 1});

        assertThat(new FirstLayerStructure(units, 1, 2).varianceExplainedByClass(examples))
                .containsExactly(new double[] {1, 0}, within(1e-6));
    }
}
