package org.dlcourse.homework.dogs.mnist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;

/**
 * What the training sets of different sizes say, in words that follow from their numbers.
 *
 * @param result what was found
 */
record MnistAnswers(MnistBySize.Result result) {
    /** Training accuracy from which on a network has learnt what it was given. */
    private static final double DONE = 0.98;

    private static final double STANDARD_ERRORS = 3;

    /** Part of the variance that a line must explain for the times to be said to lie on it. */
    private static final double LINE = 0.95;

    String time() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "An epoch has a step for every ten images, so that the steps are in proportion: %,d for %,d images, %,d for %,d. The"
                        + " mean times %s (r² = %.4f): %.3f ± %.3f ms an image beside %.2f s that do not depend on the size. A run's"
                        + " time includes its start and what is measured at its end.",
                steps(result.sizes().get(0)),
                result.sizes().get(0).images(),
                steps(result.largest()),
                result.largest().images(),
                fit.rSquared() > LINE
                        ? "lie on a line"
                        : "lie on no line, since the runs are short and the machine is not still",
                fit.rSquared(),
                1_000 * fit.secondsAnImage(),
                1_000 * fit.halfWidth(),
                fit.seconds());
    }

    /** What differs where the data set has fewer images than are planned. */
    Optional<String> subset() {
        List<Size> sizes = result.sizes();
        List<Integer> planned = MnistBySize.SIZES;
        int last = sizes.size() - 1;
        return sizes.get(last).images() >= planned.get(last)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This is a subset of MNIST: networks learn from %,d to %,d images instead of %,d to %,d, for %d epochs, so that"
                                + " they take about as many steps, and are tested on %,d images.",
                        sizes.get(0).images(),
                        sizes.get(last).images(),
                        planned.get(0),
                        planned.get(last),
                        result.epochs(),
                        result.largest().data().test().count()));
    }

    private static int steps(Size size) {
        return size.repeats().plan().steps(size.images());
    }

    String wholeSet() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "%.4f ± %.4f hours (%.0f s) for %d epochs of %,d images on this machine: the line followed to %d times its length,"
                        + " with the 95 %% interval of its slope.%s",
                fit.hoursAt(MnistBySize.WHOLE),
                fit.halfWidthHoursAt(MnistBySize.WHOLE),
                fit.at(MnistBySize.WHOLE),
                result.epochs(),
                MnistBySize.WHOLE,
                MnistBySize.WHOLE / result.largest().images(),
                fit.halfWidth() > fit.secondsAnImage()
                        ? " The interval is wider than the slope: these runs are too short to extrapolate from."
                        : "");
    }

    String accuracy() {
        List<Size> sizes = result.sizes();
        String list = String.join(
                ", ",
                sizes.stream()
                        .map(size -> String.format(
                                Locale.ROOT, "%s at %,d", size.repeats().testAccuracy(), size.images()))
                        .toList());
        int last = result.sizes().size() - 1;
        double firstGain = mean(1) - mean(0);
        double lastGain = mean(last) - mean(last - 1);
        return "Test accuracy: " + list + ". "
                + String.format(
                        Locale.ROOT,
                        "From the smallest set to the largest it changes by %+.3f, %s. ",
                        mean(last) - mean(0),
                        isLuck(0, last) ? "which may be luck" : "more than luck")
                + String.format(
                        Locale.ROOT,
                        "The first further %,d images bring %+.3f, the last %+.3f%s",
                        sizes.get(1).images() - sizes.get(0).images(),
                        firstGain,
                        lastGain,
                        isLuck(0, 1) || isLuck(last - 1, last)
                                ? "; whether it levels off cannot be told, since such a step is within three standard errors of"
                                        + " the test images."
                                : lastGain < firstGain ? ": it levels off." : ": it does not level off.")
                + unfinished();
    }

    /** Whether two sizes' accuracies are within three standard errors of a difference on the test images. */
    private boolean isLuck(int one, int other) {
        double count = result.largest().data().test().count();
        double variance = mean(one) * (1 - mean(one)) + mean(other) * (1 - mean(other));
        return Math.abs(mean(one) - mean(other)) <= STANDARD_ERRORS * Math.sqrt(variance / count);
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

    /** Sizes whose mean test accuracy is above that of the size before. */
    int rises() {
        int rises = 0;
        for (int i = 1; i < result.sizes().size(); i++) {
            rises += mean(i) > mean(i - 1) ? 1 : 0;
        }
        return rises;
    }

    private double mean(int size) {
        return result.sizes().get(size).repeats().testAccuracy().mean();
    }
}
