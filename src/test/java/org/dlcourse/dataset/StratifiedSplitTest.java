package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.util.SeededRandom;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {
    private static final int[] LABELS =
            IntStream.range(0, 1_000).map(i -> i * 7 % 10).toArray();
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    @Test
    void takesTheSameNumberOfEveryClassAndLeavesTheRest() {
        StratifiedSplit split = StratifiedSplit.of("images", LABELS, CLASSES, 10, SeededRandom.of(1, "split"));

        assertThat(split.taken()).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(split.rest()).hasSize(900).isSorted().doesNotContain(split.taken());
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(Arrays.stream(split.taken()).filter(place -> LABELS[place] == wanted))
                    .as("examples of class %d", label)
                    .hasSize(10);
        }
    }

    @Test
    void seedDeterminesTheSplit() {
        int[] once = StratifiedSplit.of("images", LABELS, CLASSES, 10, SeededRandom.of(1, "split"))
                .taken();

        assertThat(StratifiedSplit.of("images", LABELS, CLASSES, 10, SeededRandom.of(1, "split"))
                        .taken())
                .isEqualTo(once);
        assertThat(StratifiedSplit.of("images", LABELS, CLASSES, 10, SeededRandom.of(2, "split"))
                        .taken())
                .as("another seed")
                .isNotEqualTo(once);
    }

    @Test
    void classWithTooFewExamplesIsAnError() {
        assertThatThrownBy(() -> StratifiedSplit.of(
                        "PETS's training images",
                        new int[] {0, 0, 1},
                        List.of("cat", "dog"),
                        2,
                        SeededRandom.of(1, "split")))
                .isInstanceOf(DataException.class)
                .hasMessage("PETS's training images are too few: 1 of the class dog among 3;"
                        + " at least 2 of each of the 2 classes are needed.");
    }

    @Test
    void classWithTooFewExamplesGivesAllIfThatIsAllowed() {
        int[] labels = {0, 0, 1, 0, 0};

        StratifiedSplit split = StratifiedSplit.ofAtMost(labels, 2, 2, SeededRandom.of(1, "split"));

        assertThat(split.taken()).hasSize(3).contains(2);
        assertThat(split.rest()).hasSize(2);
    }
}
