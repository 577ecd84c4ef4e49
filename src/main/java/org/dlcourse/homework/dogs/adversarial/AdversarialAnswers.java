package org.dlcourse.homework.dogs.adversarial;

import java.util.Locale;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Triptych;

/**
 * What the changed images say, in words that follow from their numbers.
 *
 * @param result what was found
 */
record AdversarialAnswers(AdversarialExamples.Result result) {
    String example() {
        Triptych triptych = result.triptych();
        return String.format(
                Locale.ROOT,
                "Yes: with no pixel changed by more than %.2f of the range, the network's probability of a 5 rises from"
                        + " %.4f to %.3f, and that of a 9 falls from %.3f to %.3f.",
                triptych.bound(),
                triptych.before()[AdversarialExamples.TO],
                triptych.after()[AdversarialExamples.TO],
                triptych.before()[AdversarialExamples.FROM],
                triptych.after()[AdversarialExamples.FROM]);
    }

    String direction() {
        Rate half = result.rates().stream()
                .filter(rate -> rate.adversarial() >= .5)
                .findFirst()
                .orElse(result.rates().get(result.rates().size() - 1));
        return String.format(
                Locale.ROOT,
                "%s: changes of up to %.2f along the gradient mislead the network on %.0f %% of %d images, random"
                        + " changes of the same size on %.0f %%. In 784 dimensions many small changes that all point the right way"
                        + " add up in a unit's sum, and random ones cancel.",
                half.adversarial() > half.noise() ? "The direction" : "Not the direction",
                half.bound(),
                100 * half.adversarial(),
                result.images(),
                100 * half.noise());
    }
}
