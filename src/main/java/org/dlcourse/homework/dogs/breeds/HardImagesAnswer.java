package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import org.dlcourse.kit.ChanceLevel;

/**
 * An answer on why images may be hard, from their measured brightness and contrast.
 *
 * @param hard the images
 */
record HardImagesAnswer(HardImages hard) {
    /** Why the hard images may be hard. */
    String why() {
        List<String> predicted = hard.hardest().stream()
                .map(prediction -> hard.classes().get(prediction.predicted()))
                .distinct()
                .toList();
        String outcome = predicted.equals(List.of(hard.classes().get(hard.breed())))
                ? "The network classifies all three correctly, with the lowest probabilities of the breed. "
                : "The network classifies them as " + String.join(" and ", predicted) + ". ";
        if (hard.run().result().testAccuracy()
                <= ChanceLevel.upperEnd(hard.images().labels())) {
            return outcome
                    + "But its test accuracy is not above chance, so that its losses show little about the images.";
        }
        Brightness ofHard = Brightness.mean(hard.images(), hard.hardest());
        Brightness ofEasy = Brightness.mean(hard.images(), hard.easiest());
        long correct = hard.easiest().stream().filter(hard::isCorrect).count();
        return String.format(
                Locale.ROOT,
                "%sTheir mean brightness is %.2f (white is 1) and that of the easy images %.2f; their contrast (standard deviation) is"
                        + " %.2f, that of the easy images %.2f. Of the easy images %d of %d are classified correctly. Other possible reasons"
                        + " must be judged by eye: a partly visible object, other objects, a background with a strong"
                        + " colour.",
                outcome,
                ofHard.mean(),
                ofEasy.mean(),
                ofHard.deviation(),
                ofEasy.deviation(),
                correct,
                hard.easiest().size());
    }
}
