package org.dlcourse.homework.dogs;

import java.util.List;
import java.util.Locale;
import org.dlcourse.homework.dogs.MnistBySize.Size;

/**
 * What the training sets of different sizes say, in words that follow from their numbers.
 *
 * @param result what was found
 */
record MnistAnswers(MnistBySize.Result result) {
    /** Training accuracy from which on a network has learnt what it was given. */
    private static final double DONE = 0.98;

    String time() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "An epoch has a step for every ten images, so that the work grows in proportion: %,d steps for %,d images, %,d for"
                        + " %,d. The times lie on a line with r² = %.4f: %.3f ms an image beside %.2f s that do not depend on"
                        + " the size.",
                steps(result.sizes().get(0)),
                result.sizes().get(0).images(),
                steps(result.largest()),
                result.largest().images(),
                fit.rSquared(),
                1_000 * fit.secondsAnImage(),
                fit.seconds());
    }

    private static int steps(Size size) {
        return size.repeats().plan().steps(size.images());
    }

    String wholeSet() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "%.4f hours (%.0f s) for %d epochs of %,d images on this machine. The line is followed to thirty times its"
                        + " length, which holds as long as the images fit into memory.",
                fit.hoursAt(MnistBySize.WHOLE),
                fit.at(MnistBySize.WHOLE),
                result.epochs(),
                MnistBySize.WHOLE);
    }

    String accuracy() {
        List<Size> sizes = result.sizes();
        String list = String.join(
                ", ",
                sizes.stream()
                        .map(size -> String.format(
                                Locale.ROOT, "%s at %,d", size.repeats().testAccuracy(), size.images()))
                        .toList());
        double firstGain = mean(1) - mean(0);
        double lastGain = mean(sizes.size() - 1) - mean(sizes.size() - 2);
        return "Test accuracy: " + list + ". "
                + (isRising()
                        ? "It rises with every further 500 images. "
                        : "It does not rise with every further 500 images: some differences are within luck. ")
                + (lastGain < firstGain
                        ? String.format(
                                Locale.ROOT,
                                "The first further 500 bring %.3f, the last %.3f: it levels off, and nothing here says that it"
                                        + " would come to 1.",
                                firstGain,
                                lastGain)
                        : "It has not begun to level off.")
                + unfinished();
    }

    /** With equal epochs a larger set also means more steps. */
    private String unfinished() {
        Size smallest = result.sizes().get(0);
        double learnt = smallest.repeats().trainingAccuracy().mean();
        return learnt > DONE
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Part of the difference is training itself: in %d epochs the network on %,d images takes %,d steps and"
                                + " classifies only %.3f of its own training images right.",
                        result.epochs(),
                        smallest.images(),
                        steps(smallest),
                        learnt);
    }

    boolean isRising() {
        for (int i = 1; i < result.sizes().size(); i++) {
            if (mean(i) <= mean(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private double mean(int size) {
        return result.sizes().get(size).repeats().testAccuracy().mean();
    }
}
