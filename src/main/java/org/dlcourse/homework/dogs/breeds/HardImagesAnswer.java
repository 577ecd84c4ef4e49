package org.dlcourse.homework.dogs.breeds;

import java.util.List;
import java.util.Locale;
import org.dlcourse.kit.ChanceLevel;

/**
 * Why images may be hard, in words that follow from their numbers.
 *
 * @param hard the images
 */
record HardImagesAnswer(HardImages hard) {
    /** Why the hard ones may be hard, from what can be measured. */
    String why() {
        List<String> predicted = hard.hardest().stream()
                .map(prediction -> hard.classes().get(prediction.predicted()))
                .distinct()
                .toList();
        String taken = predicted.equals(List.of(hard.classes().get(hard.breed())))
                ? "The network classifies all three right: they are those of which it is least sure. "
                : "The network takes them for " + String.join(", ", predicted) + ". ";
        if (hard.run().result().testAccuracy()
                <= ChanceLevel.upperEnd(hard.images().labels())) {
            return taken
                    + "Its test accuracy is not above chance, though: what it finds hard says little of the images.";
        }
        Brightness ofHard = Brightness.mean(hard.images(), hard.hardest());
        Brightness ofEasy = Brightness.mean(hard.images(), hard.easiest());
        long right = hard.easiest().stream().filter(hard::isRight).count();
        return String.format(
                Locale.ROOT,
                "%sTheir mean brightness is %.2f of white and that of the easy ones %.2f, their contrast (standard deviation) %.2f and"
                        + " %.2f; of the easy ones %d of %d are classified right. What else may make an image hard is for the eye:"
                        + " only a part of the object, other things beside it, a background of a strong colour of its own.",
                taken,
                ofHard.mean(),
                ofEasy.mean(),
                ofHard.deviation(),
                ofEasy.deviation(),
                right,
                hard.easiest().size());
    }
}
