package org.dlcourse.homework.dogs.adversarial;

import java.util.Locale;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Example;
import org.dlcourse.homework.dogs.adversarial.AdversarialExamples.Rate;

/**
 * Answers on adversarial examples, composed from the results.
 *
 * @param result the changed images and the predictions for them
 */
record AdversarialAnswers(AdversarialExamples.Result result) {
    String example() {
        Example example = result.example();
        return String.format(
                Locale.ROOT,
                "Yes: with no pixel changed by more than %.2f of the range from black to white, the probability of a 5 rises from %.4f to %.3f and that of a 9 falls"
                        + " from %.3f to %.3f.",
                example.bound(),
                example.before()[AdversarialExamples.TARGET],
                example.after()[AdversarialExamples.TARGET],
                example.before()[AdversarialExamples.SOURCE],
                example.after()[AdversarialExamples.SOURCE]);
    }

    /** What the networks of all seeds show, in one sentence. */
    String conclusion() {
        return String.format(
                Locale.ROOT,
                "%s No pixel changes by more than %.2f of the range from black to white.",
                result.comparison().sentence(),
                AdversarialExamples.BOUND);
    }

    String direction() {
        Rate rate = result.bySeed().get(0);
        return String.format(
                Locale.ROOT,
                "%s: with changes of at most %.2f along the gradient the network misclassifies %.0f %% of %d images, with"
                        + " random changes of the same size %.0f %%. In 784 dimensions many small changes along the"
                        + " gradient add up in a unit's weighted sum, and random ones cancel.",
                rate.adversarial() > rate.noise() ? "The direction" : "Not the direction",
                rate.bound(),
                100 * rate.adversarial(),
                result.images(),
                100 * rate.noise());
    }
}
