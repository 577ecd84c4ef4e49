package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
                "By test accuracy: %s. %s generalises best. The gap between training and test accuracy is smallest for %s"
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
                        ? "where parameters are matters more than how many there are. A perceptron spends almost all of its"
                                + " on separate weights for each pixel, a convolution shares a few over all places."
                        : "here more parameters do better.");
        return all + " " + withinGroup(true) + " " + withinGroup(false)
                + " More parameters of the same kind can fit more, and so can overfit more.";
    }

    private String withinGroup(boolean convolutional) {
        List<Repeats> bySize = group(convolutional).stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().parameterCount()))
                .toList();
        return (convolutional ? "Among the convolutional networks" : "Among the perceptrons")
                + ", the accuracy "
                + (rises(bySize) ? "rises" : "does not simply rise")
                + " with the number of parameters: "
                + bySize.stream()
                        .map(repeats -> String.format(
                                Locale.ROOT,
                                "%.3f at %,d",
                                repeats.bestTestAccuracy(),
                                repeats.architecture().parameterCount()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** Question 5: depth. */
    String depth() {
        List<Repeats> byDepth = result.architectures().stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().depth()))
                .toList();
        String listed = byDepth.stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%.3f with %d layers (%s)",
                        repeats.bestTestAccuracy(),
                        repeats.architecture().depth(),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
        Repeats deepest = byDepth.get(byDepth.size() - 1);
        return "Test accuracy by layers with weights: " + listed + ". "
                + (rises(byDepth)
                        ? "It rises with depth throughout."
                        : "It does not rise with depth throughout; "
                                + result.best().architecture().name() + " is best.")
                + " A deeper network builds features of features and sees larger neighbourhoods, but its first layers are"
                + " harder to train, as part 4 shows"
                + (deepest.equals(result.best())
                        ? "."
                        : ": the deepest, " + deepest.architecture().name()
                                + ", also has narrow layers, and is not the best.");
    }

    /** Question 6: whether the weights can be interpreted. */
    String interpretable() {
        return "Partly. The correlation of neighbouring weights, 0 for noise, is " + smoothnesses() + ". "
                + (perceptronsAreSmooth()
                        ? "A perceptron's unit is a template of the whole image, and its patches of light and dark can be"
                                + " seen, not named."
                        : "The perceptrons' templates cannot be told from noise here.")
                + " A filter of 3 x 3 weights is an edge, a spot or a mean, but too small to show more; what it is"
                + " for, the later layers decide.";
    }

    private boolean perceptronsAreSmooth() {
        return group(false).stream()
                .map(this::smoothness)
                .allMatch(smoothness -> smoothness.correlation() > STANDARD_ERRORS * smoothness.standardError());
    }

    private String smoothnesses() {
        return result.architectures().stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        repeats.architecture().name(),
                        smoothness(repeats).correlation()))
                .collect(Collectors.joining(", "));
    }

    /** Question 7: whether units are specialised to classes. */
    String specialised() {
        return group(false).stream().map(this::specialised).collect(Collectors.joining(" "))
                + " A convolution's filter sees 3 x 3 pixels, of which every class has all kinds: it cannot be a class's"
                + " own.";
    }

    private String specialised(Repeats repeats) {
        double[] shares = structure(repeats).classShares(result.data().test());
        double largest = Arrays.stream(shares).max().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: in %s the class explains %.0f %% of the variance of the most specialised unit's input over the test"
                        + " images, %.0f %% on average.",
                largest >= CLASS_UNIT ? "Some units are" : "No unit is",
                repeats.architecture().name(),
                100 * largest,
                100 * Arrays.stream(shares).average().orElseThrow());
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
                        ? "Its filters are small and few, and look like edges and spots."
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

    /** Question 10: the choice. */
    String choice() {
        Repeats best = result.best();
        return String.format(
                Locale.ROOT,
                "%s: it has the highest test accuracy, %.3f, with %,d parameters, %.1f times as many as a perceptron here. It"
                        + " costs %,d multiplications an image, against %,d of %s.",
                best.architecture().name(),
                best.bestTestAccuracy(),
                best.architecture().parameterCount(),
                best.architecture().parameterCount()
                        / group(false).stream()
                                .mapToLong(repeats -> repeats.architecture().parameterCount())
                                .average()
                                .orElseThrow(),
                best.architecture().multiplications(),
                cheapest().architecture().multiplications(),
                cheapest().architecture().name());
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

    private static boolean rises(List<Repeats> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).bestTestAccuracy() <= ordered.get(i - 1).bestTestAccuracy()) {
                return false;
            }
        }
        return true;
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
                        + "; layers with weights, multiplications an image, gap of training to test accuracy, correlation of"
                        + " neighbouring first-layer weights",
                List.of(
                        "Architecture",
                        "Parameters",
                        "Layers",
                        "Multiplications",
                        "Training",
                        "Test",
                        "Best test",
                        "Gap",
                        "Neighbours"),
                rows);
    }
}
