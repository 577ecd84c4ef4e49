package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;

/**
 * What the comparison of architectures says, worded from its numbers. Accuracies are the best of the repeats, as in the
 * handout, where nothing else is said.
 *
 * @param result what the comparison found
 */
record GeneralisationAnswers(ArchitectureComparison.Result result) {
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
                "%s has the most parameters (%,d) and a best test accuracy of %.3f, %s the fewest (%,d) and %.3f: %s",
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
        List<Repeats> bySize = result.family(convolutional).stream()
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
                        ? "Among the convolutional networks the means rise with depth."
                        : "Among the convolutional networks the means do not simply rise with depth.")
                + " A deeper network builds features of features and sees larger neighbourhoods, but its first layers are"
                + " harder to train, as part 4 shows. "
                + (deepest.testAccuracy().mean() >= highestMean()
                        ? "The deepest, " + deepest.architecture().name() + ", is best all the same."
                        : "The deepest, " + deepest.architecture().name()
                                + ", which also has narrow layers, is not the best.");
    }

    private double highestMean() {
        return result.architectures().stream()
                .mapToDouble(repeats -> repeats.testAccuracy().mean())
                .max()
                .orElseThrow();
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
        return result.family(convolutional).stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().depth()))
                .toList();
    }

    /** Question 9: structures that are akin. */
    String structures() {
        double between = mean(result.family(true)) - mean(result.family(false));
        double within = Math.max(spread(result.family(true)), spread(result.family(false)));
        return String.format(
                Locale.ROOT,
                "There are two families: perceptrons on single pixels (mlp_2 adds a linear layer to mlp_1, which can express"
                        + " nothing that mlp_1's output layer could not), and stacks of small convolutions with pooling,"
                        + " which differ in depth and width. The best test accuracies within a family differ by up to %.3f, the"
                        + " families' means by %.3f: %s",
                within,
                between,
                Math.abs(between) > within
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
                        + " of a perceptron's here, and costs %,d multiplications an image, against %,d of"
                        + " %s. The handout's own number is the best test accuracy of the repeats, %.3f, which of several"
                        + " repeats is a choice by the test set, and so a little too high.",
                chosen.architecture().name(),
                chosen.validationAccuracy(),
                chosen.testAccuracy(),
                chosen.architecture().parameterCount(),
                100.0
                        * chosen.architecture().parameterCount()
                        / result.family(false).stream()
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

    /** Training less test accuracy, means over the repeats. */
    double gap(Repeats repeats) {
        return repeats.trainingAccuracy().mean() - repeats.testAccuracy().mean();
    }

    private Repeats extreme(Comparator<Repeats> order) {
        return result.architectures().stream().min(order).orElseThrow();
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
                    FirstLayerStructure.of(repeats).smoothness().correlation()));
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
