package org.dlcourse.homework.cifar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.training.FloatArray;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private final ConfusionMatrix confusion = ConfusionMatrix.of(
            new FloatArray(new int[] {5, 3}, new float[] {
                .8f, .1f, .1f,
                .1f, .2f, .7f,
                .2f, .1f, .7f,
                .1f, .8f, .1f,
                .6f, .2f, .2f
            }),
            List.of("cat", "dog", "bird"),
            new int[] {0, 0, 0, 1, 2});

    @Test
    void imagesAreCountedByTrueAndPredictedClass() {
        assertThat(confusion.counts()).isDeepEqualTo(new int[][] {{1, 0, 2}, {0, 1, 0}, {1, 0, 0}});
        assertThat(confusion.accuracy()).isEqualTo(2. / 5);
    }

    @Test
    void tableHasEachClassWithItsMostFrequentWrongPrediction() {
        assertThat(confusion.table().rows())
                .containsExactly(
                        List.of("cat", 1. / 3, "bird (0.67)"),
                        List.of("dog", 1., "cat (0.00)"),
                        List.of("bird", 0., "cat (1.00)"));
    }
}
