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
 * Answers on the first layers' weights, worded from measured numbers.
 *
 * @param result of the comparison of architectures
 */
record FirstLayerAnswers(ArchitectureComparison.Result result) {
    /** The explained variance from which a unit counts as specialised to classes. */
    private static final double SPECIALISED = 0.5;

    /** The number of standard errors above which a correlation counts as significant. */
    static final int STANDARD_ERRORS = 4;

    /** Question 6: whether the weights can be interpreted. */
    String interpretable() {
        return "The correlation of neighbouring weights, which is 0 for noise, is " + smoothnesses()
                + "; the correlation of the trained weights with the initial ones is "
                + correlationsWithInitialWeights()
                + ". "
                + (isStructured(result.perceptrons())
                        ? "The perceptrons' weights form templates of the whole image with light and dark patches that were"
                                + " learnt; the patches are visible, but do not show an object. "
                        : "These data cannot show that the perceptrons' weights differ from noise. ")
                + (isStructured(result.convolutionalNetworks())
                        ? "The filters of 3 x 3 weights are smoother than noise, too; their purpose depends on the later layers."
                        : "For at least one network's filters of 3 x 3 weights, this measure cannot show a difference from noise:"
                                + " nine weights are few for a pattern, and their purpose depends on the later layers.");
    }

    /** Whether neighbouring first-layer weights are significantly correlated in every network of the group. */
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

    private String correlationsWithInitialWeights() {
        return result.architectures().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.2f (%s)",
                        FirstLayerStructure.correlationWithInitialWeights(repeats.best()),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
    }

    /** Question 7: whether units are specialised to classes. */
    String specialised() {
        double chance =
                (result.data().test().classes() - 1.0) / (result.data().test().count() - 1.0);
        double largest = result.perceptrons().stream()
                .flatMapToDouble(repeats -> Arrays.stream(explained(repeats)))
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s The class explains a fraction of the variance of a unit's weighted sum over the test images: 100 %% for a"
                        + " perfect class detector, %.1f %% by chance. For the perceptrons' units it is at most %s, and %s on"
                        + " average: presumably they respond to brightness and shapes that are more frequent in some classes. A"
                        + " filter of a convolution layer sees 3 x 3 pixels, and images of every class contain all such"
                        + " patterns.",
                largest >= SPECIALISED
                        ? "Some are, if a unit counts as specialised where the class explains at least half of its variance."
                        : "They prefer some classes, but none is specialised to one.",
                100 * chance,
                perPerceptron(explained -> explained.max().orElseThrow()),
                perPerceptron(explained -> explained.average().orElseThrow()));
    }

    private String perPerceptron(ToDoubleFunction<DoubleStream> summary) {
        return result.perceptrons().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.0f %% (%s)",
                        100 * summary.applyAsDouble(Arrays.stream(explained(repeats))),
                        repeats.architecture().name()))
                .collect(Collectors.joining(" and "));
    }

    private double[] explained(Repeats repeats) {
        return FirstLayerStructure.of(repeats)
                .varianceExplainedByClass(result.data().test());
    }

    /** Question 8: whose weights are the most interpretable, of those that differ from noise. */
    String mostInterpretable() {
        List<Repeats> structured = result.architectures().stream()
                .filter(repeats -> isStructured(List.of(repeats)))
                .toList();
        if (structured.isEmpty()) {
            return "These data cannot show that the weights of any network differ from noise.";
        }
        Repeats smoothest = structured.stream()
                .max(Comparator.comparing(
                        (Repeats r) -> FirstLayerStructure.of(r).smoothness().correlation()))
                .orElseThrow();
        return String.format(
                        Locale.ROOT,
                        "By the correlation of neighbouring weights, those of %s (%.2f), of the networks for which it is more than %d"
                                + " standard errors above that of noise: %s. ",
                        smoothest.architecture().name(),
                        FirstLayerStructure.of(smoothest).smoothness().correlation(),
                        STANDARD_ERRORS,
                        structured.stream()
                                .map(repeats -> repeats.architecture().name())
                                .collect(Collectors.joining(", ")))
                + (smoothest.architecture().isConvolutional()
                        ? "Its filters are small and few."
                        : "Its templates are as large as the image, so that patterns can be seen in them.")
                + " This measures structure, not meaning.";
    }
}
