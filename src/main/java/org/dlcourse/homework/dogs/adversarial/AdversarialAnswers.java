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
    private static final double LEAST_SHOWN = .0005;

    String example() {
        Example example = result.example();
        return String.format(
                Locale.ROOT,
                "Yes: with no pixel changed by more than %.2f of the range from black to white, the probability of a 5 rises from %s to %s and"
                        + " that of a 9 falls from %s to %s.",
                example.bound(),
                inWords(example.before()[AdversarialExamples.TARGET]),
                inWords(example.after()[AdversarialExamples.TARGET]),
                inWords(example.before()[AdversarialExamples.SOURCE]),
                inWords(example.after()[AdversarialExamples.SOURCE]));
    }

    /** Three decimals, or that there are only zeros in them. */
    private static String inWords(double probability) {
        return probability < LEAST_SHOWN ? "less than 0.001" : String.format(Locale.ROOT, "%.3f", probability);
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
