package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.FirstLayerStructure.Smoothness;
import org.dlcourse.model.Shape;

/**
 * What the comparison of architectures says, worded from its numbers. Accuracies are the best of the repeats, as in the
 * handout, where nothing else is said.
 *
 * @param result what the comparison found
 */
record GeneralisationAnswers(ArchitectureComparison.Result result) {
    /** From here on a unit is taken to be a detector of classes. */
    private static final double CLASS_UNIT = 0.5;

    /** Standard errors from which a correlation is taken to be no noise. */
    static final int STANDARD_ERRORS = 4;

    /** Question 3: the architectures' generalisation. */
    String comparison() {
        Repeats best = result.best();
        Repeats smallestGap = extreme(Comparator.comparing(this::gap));
        Repeats largestGap = extreme(Comparator.comparing(this::gap).reversed());
        return String.format(
                Locale.ROOT,
                "By the best test accuracy of the repeats: %s. %s generalises best. The gap between training and test accuracy,"
                        + " means over the repeats, is smallest for %s"
                        + " (%.3f) and largest for %s (%.3f); %s",
                ranking(),
                best.architecture().name(),
                smallestGap.architecture().name(),
                gap(smallestGap),
                largestGap.architecture().name(),
                gap(largestGap),
                smallestGap.equals(best)
                        ? "here the best network also has the smallest gap."
                        : "a small gap alone says little, since a network that learns little has little to lose.");
    }

    /** Question 4: the number of parameters. */
    String parameters() {
        Repeats most =
                extreme(Comparator.comparing((Repeats r) -> -r.architecture().parameterCount()));
        Repeats fewest = extreme(Comparator.comparing(r -> r.architecture().parameterCount()));
        String all = String.format(
                Locale.ROOT,
                "%s has the most parameters (%,d) and a test accuracy of %.3f, %s the fewest (%,d) and %.3f: %s",
                most.architecture().name(),
                most.architecture().parameterCount(),
                most.bestTestAccuracy(),
                fewest.architecture().name(),
                fewest.architecture().parameterCount(),
                fewest.bestTestAccuracy(),
                fewest.bestTestAccuracy() > most.bestTestAccuracy()
                        ? "where the parameters sit matters more than how many there are. A perceptron spends almost all of them"
                                + " on separate weights for each pixel, a convolution shares a few over all places."
                        : "here more parameters do better.");
        return all + " " + withinGroup(true) + " " + withinGroup(false)
                + " More parameters of the same kind can fit more, and so can overfit more.";
    }

    private String withinGroup(boolean convolutional) {
        List<Repeats> bySize = group(convolutional).stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().parameterCount()))
                .toList();
        PairedDifference gain = PairedDifference.of(bySize.get(bySize.size() - 1), bySize.get(0), run -> run.result()
                .testAccuracy());
        return String.format(
                Locale.ROOT,
                "Among the %s, the largest differs from the smallest by %s in test accuracy, seed by seed: %s.",
                convolutional ? "convolutional networks" : "perceptrons",
                gain,
                gain.isHigher()
                        ? "the larger one does better"
                        : gain.isLower() ? "the larger one does worse" : "within the spread of the repeats");
    }

    /** Question 5: depth, within the families: from one family to the other, more than depth changes. */
    String depth() {
        Repeats deepest =
                extreme(Comparator.comparing((Repeats r) -> -r.architecture().depth()));
        return "Test accuracy, mean over the repeats, by layers with weights. Perceptrons: " + byDepth(false)
                + ". Convolutional networks: " + byDepth(true) + ". "
                + (risesWithDepth()
                        ? "Among the convolutional networks it rises with depth."
                        : "Among the convolutional networks it does not simply rise with depth.")
                + " A deeper network builds features of features and sees larger neighbourhoods, but its first layers are"
                + " harder to train, as part 4 shows. "
                + (deepest.equals(result.best())
                        ? "The deepest, " + deepest.architecture().name() + ", is best all the same."
                        : "The deepest, " + deepest.architecture().name()
                                + ", which also has narrow layers, is not the best.");
    }

    private String byDepth(boolean convolutional) {
        return inOrderOfDepth(convolutional).stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%s with %d (%s)",
                        repeats.testAccuracy(),
                        repeats.architecture().depth(),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
    }

    private boolean risesWithDepth() {
        List<Repeats> ordered = inOrderOfDepth(true);
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).testAccuracy().mean()
                    <= ordered.get(i - 1).testAccuracy().mean()) {
                return false;
            }
        }
        return true;
    }

    private List<Repeats> inOrderOfDepth(boolean convolutional) {
        return group(convolutional).stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().depth()))
                .toList();
    }

    /** Question 6: whether the weights can be interpreted. */
    String interpretable() {
        return "In part. The correlation of neighbouring weights, 0 for noise, is " + smoothnesses()
                + "; that of the trained weights with the random ones they started from is " + correlationsWithStart()
                + ". "
                + (isStructured(group(false))
                        ? "The perceptrons' templates of the whole image have patches of light and dark that were learnt; they can"
                                + " be seen, not named. "
                        : "The perceptrons' templates cannot be told from noise here. ")
                + (isStructured(group(true))
                        ? "The filters of 3 x 3 weights have structure too, such as edges and spots; what they are for, the later"
                                + " layers decide."
                        : "The filters of 3 x 3 weights, as far as this measure goes, cannot be told from noise, not all of them"
                                + " at least: nine weights are few to see a pattern in, and what they are for, the later layers"
                                + " decide.");
    }

    /** Whether neighbours of every network's first layer go together more than noise does. */
    private boolean isStructured(List<Repeats> group) {
        return group.stream()
                .map(this::smoothness)
                .allMatch(smoothness -> smoothness.correlation() > STANDARD_ERRORS * smoothness.standardError());
    }

    private String smoothnesses() {
        return result.architectures().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.2f (%s)",
                        smoothness(repeats).correlation(),
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
        double largest = group(false).stream()
                .flatMapToDouble(repeats -> Arrays.stream(shares(repeats)))
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s The part of the variance of a unit's weighted sum, over the test images, that their class explains would be 1"
                        + " for a detector of classes and %.1f %% by chance. In the perceptrons' units it is up to %s, on"
                        + " average %s: they answer to brightness and shape that some classes have more often than others. A"
                        + " convolution's filter sees 3 x 3 pixels, of which every class has all kinds.",
                largest >= CLASS_UNIT
                        ? "Some are, if more than half is taken for specialised."
                        : "They lean to classes, but none is specialised to one.",
                100 * chance,
                perPerceptron(shares -> shares.max().orElseThrow()),
                perPerceptron(shares -> shares.average().orElseThrow()));
    }

    private String perPerceptron(ToDoubleFunction<DoubleStream> summary) {
        return group(false).stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.0f %% (%s)",
                        100 * summary.applyAsDouble(Arrays.stream(shares(repeats))),
                        repeats.architecture().name()))
                .collect(Collectors.joining(" and "));
    }

    private double[] shares(Repeats repeats) {
        return structure(repeats).classShares(result.data().test());
    }

    /** Question 8: whose weights are the most interpretable. */
    String mostInterpretable() {
        Repeats smoothest =
                extreme(Comparator.comparing((Repeats r) -> -smoothness(r).correlation()));
        return "By how far neighbouring weights go together, "
                + smoothest.architecture().name()
                + String.format(
                        Locale.ROOT, "'s (%.2f). ", smoothness(smoothest).correlation())
                + (smoothest.architecture().isConvolutional()
                        ? "Its filters are small and few."
                        : "Its templates are as large as the image, so that patterns can be seen in them.")
                + " That is a measure of structure, not of meaning.";
    }

    /** Question 9: structures that are akin. */
    String structures() {
        double between = mean(group(true)) - mean(group(false));
        double within = Math.max(spread(group(true)), spread(group(false)));
        return String.format(
                Locale.ROOT,
                "There are two families: perceptrons on single pixels (mlp_2 adds a linear layer to mlp_1, which can express"
                        + " nothing that mlp_1's output layer could not), and stacks of small convolutions with pooling,"
                        + " which differ in depth and width. Test accuracies within a family differ by up to %.3f, the"
                        + " families' means by %.3f: %s",
                within,
                between,
                between > within
                        ? "the structure decides more than its details."
                        : "here the details matter as much as the family.");
    }

    /** Question 10: the choice, by validation, since the test set must have no part in it. */
    String choice() {
        Repeats chosen = extreme(
                Comparator.comparing((Repeats r) -> -r.validationAccuracy().mean()));
        return String.format(
                Locale.ROOT,
                "%s: it has the highest mean validation accuracy, %s, and then a test accuracy of %s. It has %,d parameters, %.0f %%"
                        + " of a perceptron's here, but costs %,d multiply-adds an image (a bias counted as one), against %,d of"
                        + " %s. The handout's own number, the best test accuracy of the repeats, is a choice by the test set"
                        + " and so a little too high: %.3f.",
                chosen.architecture().name(),
                chosen.validationAccuracy(),
                chosen.testAccuracy(),
                chosen.architecture().parameterCount(),
                100.0
                        * chosen.architecture().parameterCount()
                        / group(false).stream()
                                .mapToLong(repeats -> repeats.architecture().parameterCount())
                                .average()
                                .orElseThrow(),
                chosen.architecture().multiplications(),
                cheapest().architecture().multiplications(),
                cheapest().architecture().name(),
                chosen.bestTestAccuracy());
    }

    private Repeats cheapest() {
        return extreme(Comparator.comparing(repeats -> repeats.architecture().multiplications()));
    }

    Smoothness smoothness(Repeats repeats) {
        return structure(repeats).smoothness();
    }

    private static FirstLayerStructure structure(Repeats repeats) {
        var weights = repeats.best().result().firstLayerWeights();
        Shape input = repeats.architecture().input();
        return repeats.architecture().isConvolutional()
                ? new FirstLayerStructure(weights, weights.shape()[2], weights.shape()[3])
                : new FirstLayerStructure(weights, input.height(), input.width());
    }

    /** Training less test accuracy, means over the repeats. */
    double gap(Repeats repeats) {
        return repeats.trainingAccuracy().mean() - repeats.testAccuracy().mean();
    }

    private Repeats extreme(Comparator<Repeats> order) {
        return result.architectures().stream().min(order).orElseThrow();
    }

    private List<Repeats> group(boolean convolutional) {
        return result.architectures().stream()
                .filter(repeats -> repeats.architecture().isConvolutional() == convolutional)
                .toList();
    }

    private static double mean(List<Repeats> group) {
        return accuracies(group).average().orElseThrow();
    }

    private static double spread(List<Repeats> group) {
        return accuracies(group).max().orElseThrow() - accuracies(group).min().orElseThrow();
    }

    private static DoubleStream accuracies(List<Repeats> group) {
        return group.stream().mapToDouble(Repeats::bestTestAccuracy);
    }

    private String ranking() {
        return result.architectures().stream()
                .sorted(Comparator.comparing(Repeats::bestTestAccuracy).reversed())
                .map(repeats -> String.format(
                        Locale.ROOT, "%s %.3f", repeats.architecture().name(), repeats.bestTestAccuracy()))
                .collect(Collectors.joining(", "));
    }

    /** Size, depth, accuracies, gap and structure, one row an architecture. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Repeats repeats : result.architectures()) {
            rows.add(List.of(
                    repeats.architecture().name(),
                    repeats.architecture().parameterCount(),
                    repeats.architecture().depth(),
                    repeats.architecture().multiplications(),
                    repeats.trainingAccuracy(),
                    repeats.testAccuracy(),
                    repeats.bestTestAccuracy(),
                    gap(repeats),
                    smoothness(repeats).correlation()));
        }
        return new DataTable(
                "The architectures compared, over " + result.repeatsText()
                        + "; layers with weights, multiply-adds an image (a bias counted as one), gap of training to test accuracy, correlation of"
                        + " neighbouring first-layer weights",
                List.of(
                        "Architecture",
                        "Parameters",
                        "Layers",
                        "Multiply-adds",
                        "Training",
                        "Test",
                        "Best test",
                        "Gap",
                        "Neighbours"),
                rows);
    }
}
