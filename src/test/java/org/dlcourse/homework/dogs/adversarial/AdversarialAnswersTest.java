package org.dlcourse.homework.dogs.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.junit.jupiter.api.Test;

class AdversarialAnswersTest {
    @Test
    void directionIsNamedWhereItMisleadsMoreThanNoise() {
        assertThat(direction(new Rate(.15, .6, .2)))
                .startsWith("The direction: with changes of at most 0.15")
                .contains("60 % of 100 images", "same size 20 %.");
    }

    @Test
    void directionIsNotNamedWhereNoiseMisleadsAsMuch() {
        assertThat(direction(new Rate(.15, .3, .3))).startsWith("Not the direction");
    }

    private static String direction(Rate rate) {
        return new AdversarialAnswers(
                        new AdversarialExamples.Result(null, null, 100, List.of(), List.of(rate), null, 0))
                .direction();
    }
}
