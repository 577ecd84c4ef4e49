package org.dlcourse.homework.dogs.mnist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dlcourse.homework.dogs.mnist.MnistBySize.Size;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.settings.Scale;

/**
 * Answers on training time and accuracy, composed from the results.
 *
 * @param result the runs on all training sets
 */
record MnistAnswers(MnistBySize.Result result) {
    private static final int EPOCHS_OF_HANDOUT = 100;

    /** The fraction of the variance that a line must explain for the times to lie on it. */
    static final double LINEAR = 0.95;

    String time() {
        TimeFit fit = result.time();
        boolean isLinear = fit.rSquared() > LINEAR;
        return String.format(
                Locale.ROOT,
                "An epoch has one step per ten images, so that the number of steps is proportional to the number of images: %,d for"
                        + " %,d images and %,d for %,d. The times %s on a line (r² = %.3f)%s: %.2f ± %.2f ms per image, and %.2f s"
                        + " for each run whatever its number of images. The time of a run includes its start and the final"
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

    /** The constants of quick scale, if they are used. */
    Optional<String> quickScale() {
        return result.scale() == Scale.FULL
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Quick scale: learning rate 0.05 in place of 0.01 and %d epochs in place of %d, because with 0.01 so few epochs"
                                + " do not fit the training sets, and their size then matters little.",
                        result.epochs(),
                        EPOCHS_OF_HANDOUT));
    }

    private static int steps(Size size) {
        return size.repeats().plan().steps(size.images());
    }

    /** Training time and its extrapolation, in one sentence. */
    String timeConclusion() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "The line through %d times explains %.1f %% of their variance (r² = %.3f); %s",
                result.sizes().size() * result.largest().repeats().runs().size(),
                100 * fit.rSquared(),
                fit.rSquared(),
                hours());
    }

    private String hours() {
        TimeFit fit = result.time();
        double scale = (double) EPOCHS_OF_HANDOUT / result.epochs();
        return String.format(
                Locale.ROOT,
                "%d epochs of %,d images would take %.2f ± %.2f hours.",
                EPOCHS_OF_HANDOUT,
                MnistBySize.ALL_TRAINING_IMAGES,
                scale * fit.hoursAt(MnistBySize.ALL_TRAINING_IMAGES),
                scale * fit.halfWidthHoursAt(MnistBySize.ALL_TRAINING_IMAGES));
    }

    String wholeSet() {
        TimeFit fit = result.time();
        return String.format(
                Locale.ROOT,
                "On this machine %s%s The line is extrapolated to %d times the largest measured size; ± is the 95 %% confidence"
                        + " interval of its slope.%s",
                hours(),
                result.epochs() == EPOCHS_OF_HANDOUT
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " These runs have %d epochs (%.3f hours for %,d images); every epoch takes the same"
                                        + " time, so that the time is multiplied by %d / %d.",
                                result.epochs(),
                                fit.hoursAt(MnistBySize.ALL_TRAINING_IMAGES),
                                MnistBySize.ALL_TRAINING_IMAGES,
                                EPOCHS_OF_HANDOUT,
                                result.epochs()),
                MnistBySize.ALL_TRAINING_IMAGES / result.largest().images(),
                fit.halfWidth() > fit.secondsPerImage()
                        ? " The half-width of the interval exceeds the slope: these runs are too short for an extrapolation."
                        : "");
    }

    /** The accuracy on the largest training set against the smallest, and on the two larger ones against the two smaller ones. */
    List<SeedComparison> comparisons() {
        int last = result.sizes().size() - 1;
        return List.of(
                comparison(last, 0),
                new SeedComparison(
                        "test accuracy",
                        meanOf("the two larger sets", last - 1, last),
                        meanOf("the two smaller sets", 0, 1)));
    }

    private SeedSample meanOf(String name, int one, int other) {
        SeedSample first = result.sizes().get(one).accuracies();
        double[] means = first.values().clone();
        double[] second = result.sizes().get(other).accuracies().values();
        for (int i = 0; i < means.length; i++) {
            means[i] = (means[i] + second[i]) / 2;
        }
        return new SeedSample(name, first.seeds(), means);
    }

    private SeedComparison comparison(int larger, int smaller) {
        return new SeedComparison(
                "test accuracy",
                result.sizes().get(larger).accuracies(),
                result.sizes().get(smaller).accuracies());
    }

    /** How the accuracy depends on the size, in one sentence. */
    String accuracyConclusion() {
        Size smallest = result.sizes().get(0);
        return String.format(
                Locale.ROOT,
                "The mean test accuracy is %.3f with %,d training images and %.3f with %,d, over %d seeds and %s.",
                mean(0),
                smallest.images(),
                mean(result.sizes().size() - 1),
                result.largest().images(),
                smallest.accuracies().values().length,
                result.scale() == Scale.FULL ? "with equal numbers of epochs" : "with equal numbers of steps");
    }

    String accuracy() {
        List<Size> sizes = result.sizes();
        String list = String.join(
                ", ",
                sizes.stream()
                        .map(size -> String.format(
                                Locale.ROOT, "%.3f at %,d", size.accuracies().mean(), size.images()))
                        .toList());
        int last = result.sizes().size() - 1;
        SeedComparison ends = comparison(last, 0);
        double firstGain = mean(1) - mean(0);
        double lastGain = mean(last) - mean(last - 1);
        return "Mean test accuracy: " + list + ". " + ends.sentence()
                + String.format(
                        Locale.ROOT,
                        " The first %,d additional images add %+.3f, the last ones %+.3f%s",
                        sizes.get(1).images() - sizes.get(0).images(),
                        firstGain,
                        lastGain,
                        !comparison(1, 0).isShown()
                                        || !comparison(last, last - 1).isShown()
                                ? "; these data cannot show whether the accuracy levels off, because at least one of these increases is"
                                        + " not significant."
                                : lastGain < firstGain
                                        ? ": the accuracy levels off."
                                        : ": the accuracy does not level off.")
                + effectOfSteps();
    }

    /** The effect of the number of steps: with the same number of epochs a larger training set has more. */
    private String effectOfSteps() {
        Size smallest = result.sizes().get(0);
        return result.scale() == Scale.FULL
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Each of these networks takes %,d steps, so that a larger training set does not mean more steps. With %d epochs the"
                                + " smallest training set has only %,d steps, and its test accuracy is %.3f.",
                        smallest.equalSteps().plan().steps(smallest.images()),
                        result.epochs(),
                        steps(smallest),
                        smallest.repeats().testAccuracy().mean());
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
        return result.sizes().get(size).accuracies().mean();
    }
}
