package org.dlcourse.homework.dogs.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.junit.jupiter.api.Test;

class AdversarialAnswersTest {
    @Test
    void smallestBoundThatMisleadsOnHalfOfTheImagesIsReported() {
        assertThat(direction(new Rate(.1, .4, .1), new Rate(.2, .6, .2), new Rate(.3, .9, .3)))
                .startsWith("The direction: with changes of at most 0.20")
                .contains("60 % of 100 images", "same size 20 %.", "smallest tested bound");
    }

    @Test
    void largestBoundIsReportedWhereNoneMisleadsOnHalfOfTheImages() {
        assertThat(direction(new Rate(.1, .2, .1), new Rate(.2, .3, .3)))
                .startsWith("Not the direction: with changes of at most 0.20")
                .doesNotContain("smallest tested bound");
    }

    private static String direction(Rate... rates) {
        return new AdversarialAnswers(new AdversarialExamples.Result(null, null, 100, List.of(rates), null, 0))
                .direction();
    }
}
