package org.dlcourse.homework.ann.architectures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dlcourse.experiment.Repeats;

/**
 * What the first layers' weights say, worded from numbers that are measured of them.
 *
 * @param result what the comparison of architectures found
 */
record FirstLayerAnswers(ArchitectureComparison.Result result) {
    /** From here on a unit is taken to be a detector of classes. */
    private static final double CLASS_UNIT = 0.5;

    /** Standard errors from which a correlation is taken to be no noise. */
    static final int STANDARD_ERRORS = 4;

    /** Question 6: whether the weights can be interpreted. */
    String interpretable() {
        return "The correlation of neighbouring weights, 0 for noise, is " + smoothnesses()
                + "; that of the trained weights with the random ones they started from is " + correlationsWithStart()
                + ". "
                + (isStructured(result.family(false))
                        ? "The perceptrons' templates of the whole image have patches of light and dark that were learnt; they can"
                                + " be seen, not named. "
                        : "The perceptrons' templates cannot be told from noise here. ")
                + (isStructured(result.family(true))
                        ? "The filters of 3 x 3 weights have neighbours more alike than noise too; what they are for, the later"
                                + " layers decide."
                        : "The filters of 3 x 3 weights, as far as this measure goes, cannot be told from noise, not all of them"
                                + " at least: nine weights are few to see a pattern in, and what they are for, the later layers"
                                + " decide.");
    }

    /** Whether neighbours of every network's first layer go together more than noise does. */
    private boolean isStructured(List<Repeats> group) {
        return group.stream()
                .map(repeats -> FirstLayerStructure.of(repeats).smoothness())
                .allMatch(smoothness -> smoothness.correlation() > STANDARD_ERRORS * smoothness.standardError());
    }

    private String smoothnesses() {
        return result.architectures().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.2f (%s)",
                        FirstLayerStructure.of(repeats).smoothness().correlation(),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
    }

    private String correlationsWithStart() {
        return result.architectures().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.2f (%s)",
                        FirstLayerStructure.correlationWithStart(repeats.best()),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
    }

    /** Question 7: whether units are specialised to classes. */
    String specialised() {
        double chance =
                (result.data().test().classes() - 1.0) / (result.data().test().count() - 1.0);
        double largest = result.family(false).stream()
                .flatMapToDouble(repeats -> Arrays.stream(shares(repeats)))
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s The part of the variance of a unit's weighted sum, over the test images, that their class explains would be 1"
                        + " for a detector of classes and %.1f %% by chance. In the perceptrons' units it is up to %s, on"
                        + " average %s: presumably they answer to brightness and shape that some classes have more often than others. A"
                        + " convolution's filter sees 3 x 3 pixels, of which every class has all kinds.",
                largest >= CLASS_UNIT
                        ? "Some are, if more than half is taken for specialised."
                        : "They lean to classes, but none is specialised to one.",
                100 * chance,
                perPerceptron(shares -> shares.max().orElseThrow()),
                perPerceptron(shares -> shares.average().orElseThrow()));
    }

    private String perPerceptron(ToDoubleFunction<DoubleStream> summary) {
        return result.family(false).stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.0f %% (%s)",
                        100 * summary.applyAsDouble(Arrays.stream(shares(repeats))),
                        repeats.architecture().name()))
                .collect(Collectors.joining(" and "));
    }

    private double[] shares(Repeats repeats) {
        return FirstLayerStructure.of(repeats).classShares(result.data().test());
    }

    /** Question 8: whose weights are the most interpretable. */
    String mostInterpretable() {
        Repeats smoothest = result.architectures().stream()
                .min(Comparator.comparing(
                        (Repeats r) -> -FirstLayerStructure.of(r).smoothness().correlation()))
                .orElseThrow();
        return "By how far neighbouring weights go together, "
                + smoothest.architecture().name()
                + String.format(
                        Locale.ROOT,
                        "'s (%.2f). ",
                        FirstLayerStructure.of(smoothest).smoothness().correlation())
                + (smoothest.architecture().isConvolutional()
                        ? "Its filters are small and few."
                        : "Its templates are as large as the image, so that patterns can be seen in them.")
                + " That is a measure of structure, not of meaning.";
    }
}
