package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubmittedPredictionsTest {
    private static final List<String> CLASSES = List.of("airplane", "cat", "ship");

    private static SubmittedPredictions numbers(long... labels) {
        return new SubmittedPredictions("predictions.csv", labels, List.of(), List.of());
    }

    @Test
    void numbersAreClasses() {
        assertThat(numbers(2, 0, 1).classes(CLASSES, 3)).containsExactly(2, 0, 1);
    }

    @Test
    void namesAreFoundInAnySpelling() {
        SubmittedPredictions named =
                new SubmittedPredictions("p.csv", new long[] {1, 0, 1}, List.of("Cat", " AIRPLANE"), List.of());

        assertThat(named.classes(CLASSES, 3)).containsExactly(0, 1, 0);
    }

    @Test
    void anotherNumberOfLabelsIsAnError() {
        assertThatThrownBy(() -> numbers(1, 2).classes(CLASSES, 10_000))
                .isInstanceOf(SubmissionException.class)
                .hasMessage(
                        "wrong: predictions.csv has 2 labels; expected 10,000, one for each test image in the data set's"
                                + " order.");
    }

    @Test
    void labelOfNoClassIsAnErrorWithTheImage() {
        assertThatThrownBy(() -> numbers(0, 3, 1).classes(CLASSES, 3))
                .hasMessage("wrong: predictions.csv has the label 3 for image 1; expected numbers from 0 to 2.");
        assertThatThrownBy(() -> numbers(0, -1, 1).classes(CLASSES, 3))
                .hasMessageContaining("the label -1 for image 1");
    }

    @Test
    void labelsThatBeginAtOneGetAHint() {
        assertThatThrownBy(() -> numbers(1, 2, 3).classes(CLASSES, 3)).hasMessageEndingWith("from 1 to 3: subtract 1.");
    }

    @Test
    void unknownNameIsAnErrorWithTheKnownOnes() {
        SubmittedPredictions named = new SubmittedPredictions("p.csv", new long[] {0}, List.of("plane"), List.of());

        assertThatThrownBy(() -> named.classes(CLASSES, 1))
                .hasMessage("wrong: p.csv has the label \"plane\"; expected airplane, cat, ship, or their numbers.");
    }
}
