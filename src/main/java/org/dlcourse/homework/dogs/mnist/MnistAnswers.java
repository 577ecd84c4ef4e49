package org.dlcourse.homework.dogs.mnist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;

/**
 * Answers on training time and accuracy, composed from the results.
 *
 * @param result the runs on all training sets
 */
record MnistAnswers(MnistBySize.Result result) {
    /** Training accuracy above which a network has learnt its training set. */
    private static final double LEARNT = 0.98;

    private static final double STANDARD_ERRORS = 3;

    /** The fraction of the variance that a line must explain for the times to lie on it. */
    private static final double LINEAR = 0.95;

    String time() {
        TimeFit fit = result.time();
        boolean isLinear = fit.rSquared() > LINEAR;
        return String.format(
                Locale.ROOT,
                "An epoch has one step per ten images, so that the number of steps is proportional to the number of images: %,d for"
                        + " %,d images and %,d for %,d. The mean times %s on a line (r² = %.4f)%s: %.3f ± %.3f ms per image and %.2f s"
                        + " that do not depend on the number of images. The time of a run includes its start and the final"
                        + " evaluation.",
                steps(result.sizes().get(0)),
                result.sizes().get(0).images(),
                steps(result.largest()),
                result.largest().images(),
                isLinear ? "lie" : "do not lie",
                fit.rSquared(),
                isLinear ? "" : ", because runs as short as these vary with the load of the machine",
                1_000 * fit.secondsPerImage(),
                1_000 * fit.halfWidth(),
                fit.seconds());
    }

    /** The differences from the planned sizes, if the data set has fewer images. */
    Optional<String> subset() {
        List<Size> sizes = result.sizes();
        List<Integer> planned = MnistBySize.SIZES;
        int last = sizes.size() - 1;
        return sizes.get(last).images() >= planned.get(last)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "No, a subset of MNIST: the networks are trained on %,d to %,d images instead of %,d to %,d, for %d"
                                + " epochs, so that the number of steps is about the same, and tested on %,d images.",
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
                "%.4f ± %.4f hours (%.0f s) for %d epochs of %,d images on this machine. The line is extrapolated to %d times the"
                        + " largest measured size, with the 95 %% confidence interval of its slope.%s",
                fit.hoursAt(MnistBySize.ALL_TRAINING_IMAGES),
                fit.halfWidthHoursAt(MnistBySize.ALL_TRAINING_IMAGES),
                fit.at(MnistBySize.ALL_TRAINING_IMAGES),
                result.epochs(),
                MnistBySize.ALL_TRAINING_IMAGES,
                MnistBySize.ALL_TRAINING_IMAGES / result.largest().images(),
                fit.halfWidth() > fit.secondsPerImage()
                        ? " The half-width of the interval exceeds the slope: these runs are too short for an extrapolation."
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
                        "From the smallest training set to the largest it changes by %+.3f, %s three standard errors of the"
                                + " test sample. ",
                        mean(last) - mean(0),
                        isWithinErrors(0, last) ? "which is within" : "more than")
                + String.format(
                        Locale.ROOT,
                        "The first %,d additional images add %+.3f, the last ones %+.3f%s",
                        sizes.get(1).images() - sizes.get(0).images(),
                        firstGain,
                        lastGain,
                        isWithinErrors(0, 1) || isWithinErrors(last - 1, last)
                                ? "; these data cannot show whether it levels off, because at least one of these"
                                        + " changes is within three standard errors."
                                : lastGain < firstGain ? ": it levels off." : ": it does not level off.")
                + effectOfSteps();
    }

    /** Whether the accuracies for two sizes differ by at most three standard errors of the test sample. */
    private boolean isWithinErrors(int one, int other) {
        double count = result.largest().data().test().count();
        double variance = mean(one) * (1 - mean(one)) + mean(other) * (1 - mean(other));
        return Math.abs(mean(one) - mean(other)) <= STANDARD_ERRORS * Math.sqrt(variance / count);
    }

    /** The effect of the number of steps: with the same number of epochs a larger training set has more. */
    private String effectOfSteps() {
        Size smallest = result.sizes().get(0);
        double trainingAccuracy = smallest.repeats().trainingAccuracy().mean();
        return trainingAccuracy > LEARNT
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Part of the difference is due to the number of steps: in %d epochs the network with %,d training images"
                                + " takes %,d steps, and its training accuracy is only %.3f.",
                        result.epochs(),
                        smallest.images(),
                        steps(smallest),
                        trainingAccuracy);
    }

    /** The number of sizes whose mean test accuracy is above that of the next smaller size. */
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
