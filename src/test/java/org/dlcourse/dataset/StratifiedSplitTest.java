package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {
    private static final int[] LABELS =
            IntStream.range(0, 1_000).map(i -> i * 7 % 10).toArray();

    @Test
    void takesTheSameNumberOfEveryClassAndLeavesTheRest() {
        StratifiedSplit split = StratifiedSplit.of(LABELS, 10, 10, SeededRandom.of(1, "split"));

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
        int[] once =
                StratifiedSplit.of(LABELS, 10, 10, SeededRandom.of(1, "split")).taken();

        assertThat(StratifiedSplit.of(LABELS, 10, 10, SeededRandom.of(1, "split"))
                        .taken())
                .isEqualTo(once);
        assertThat(StratifiedSplit.of(LABELS, 10, 10, SeededRandom.of(2, "split"))
                        .taken())
                .as("another seed")
                .isNotEqualTo(once);
    }

    @Test
    void classWithTooFewExamplesIsAnError() {
        assertThatThrownBy(() -> StratifiedSplit.of(new int[] {0, 0, 1}, 2, 2, SeededRandom.of(1, "split")))
                .isInstanceOf(DataException.class)
                .hasMessage("Class 1 has 1 examples; the split needs 2 of each class.");
    }

    @Test
    void classWithTooFewExamplesGivesAllIfThatIsAllowed() {
        int[] labels = {0, 0, 1, 0, 0};

        StratifiedSplit split = StratifiedSplit.ofAtMost(labels, 2, 2, SeededRandom.of(1, "split"));

        assertThat(split.taken()).hasSize(3).contains(2);
        assertThat(split.rest()).hasSize(2);
    }
}
