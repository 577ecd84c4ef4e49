package org.dlcourse.homework.ann.architectures;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.training.TrainingResult;

/**
 * Answers on the architectures, worded from the numbers of their comparison. Unless stated otherwise an accuracy is the best of
 * the repeats, as in the handout.
 *
 * @param result of the comparison
 */
record GeneralisationAnswers(ArchitectureComparison.Result result) {
    /** Question 3: the architectures' generalisation. */
    String comparison() {
        Repeats best = result.best();
        Repeats smallestGap = result.first(Comparator.comparing(GeneralisationAnswers::gap));
        Repeats largestGap =
                result.first(Comparator.comparing(GeneralisationAnswers::gap).reversed());
        return String.format(
                Locale.ROOT,
                "Best test accuracy of the repeats: %s. %s The generalisation gap (training minus test"
                        + " accuracy, means over the repeats) is smallest for %s (%.3f) and largest for %s (%.3f); %s",
                ranking(),
                generalisesBest(),
                smallestGap.architecture().name(),
                gap(smallestGap),
                largestGap.architecture().name(),
                gap(largestGap),
                smallestGap.equals(best)
                        ? "the best network also has the smallest gap."
                        : "a small gap alone says little, because a network that learns little also has a small gap.");
    }

    /** The network with the highest mean test accuracy, and those that the seeds do not show to be worse. */
    private String generalisesBest() {
        Repeats highest = result.first(
                Comparator.comparing(repeats -> -repeats.testAccuracy().mean()));
        List<Repeats> equals = notShownWorse(highest, TrainingResult::testAccuracy);
        return highest.architecture().name() + " has the highest mean test accuracy over the seeds"
                + (equals.isEmpty()
                        ? ", and every other network is worse (paired t-tests at 0.05)."
                        : "; the seeds do not show that " + names(equals) + " is worse (paired t-tests at 0.05).");
    }

    /** The other networks whose number the seeds do not show to be lower. */
    private List<Repeats> notShownWorse(Repeats highest, ToDoubleFunction<TrainingResult> number) {
        return result.architectures().stream()
                .filter(other -> !other.equals(highest))
                .filter(other -> !comparison(highest, other, number).isShown())
                .toList();
    }

    private static SeedComparison comparison(Repeats higher, Repeats lower, ToDoubleFunction<TrainingResult> number) {
        return new SeedComparison("accuracy", sample(higher, number), sample(lower, number));
    }

    private static SeedSample sample(Repeats repeats, ToDoubleFunction<TrainingResult> number) {
        return SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> number.applyAsDouble(run.result()));
    }

    private static String names(List<Repeats> networks) {
        return networks.stream().map(repeats -> repeats.architecture().name()).collect(Collectors.joining(" or "));
    }

    /** Question 4: the number of parameters. */
    String parameters() {
        Repeats most = result.mostParameters();
        Repeats fewest = result.fewestParameters();
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
                        ? "where the parameters are used matters more than their number. A perceptron uses almost all of them for"
                                + " separate weights of each pixel; a convolution layer shares a few weights across all"
                                + " positions."
                        : "the network with more parameters is better here.");
        return all + " " + withinGroup("convolutional networks", result.convolutionalNetworks()) + " "
                + withinGroup("perceptrons", result.perceptrons())
                + " With more parameters of the same kind a network can fit the training images better, and it can overfit more.";
    }

    private static String withinGroup(String name, List<Repeats> group) {
        List<Repeats> bySize = group.stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().parameterCount()))
                .toList();
        Repeats larger = bySize.get(bySize.size() - 1);
        Repeats smaller = bySize.get(0);
        SeedComparison gain = comparison(larger, smaller, TrainingResult::testAccuracy);
        return String.format(
                Locale.ROOT,
                "Among the %s, the test accuracy of the largest minus that of the smallest is %+.3f, paired by seed: %s.",
                name,
                gain.meanDifference(),
                gain.isShown()
                        ? "the larger one is better"
                        : comparison(smaller, larger, TrainingResult::testAccuracy)
                                        .isShown()
                                ? "the larger one is worse"
                                : "the seeds do not show a difference");
    }

    /** Question 5: depth, within the families, since between the families more than depth changes. */
    String depth() {
        Repeats deepest =
                result.first(Comparator.comparing(r -> -r.architecture().depth()));
        return "Mean test accuracy by the number of layers with weights. Perceptrons: " + byDepth(result.perceptrons())
                + ". Convolutional networks: " + byDepth(result.convolutionalNetworks()) + ". "
                + (risesWithDepth()
                        ? "Among the convolutional networks the mean increases with depth."
                        : "Among the convolutional networks the mean does not always increase with depth.")
                + " A deeper network computes features of features and sees larger neighbourhoods, but its first layers are"
                + " harder to train, as part 4 shows. The deepest, "
                + deepest.architecture().name()
                + (deepest.testAccuracy().mean() >= highestMean()
                        ? ", is the best."
                        : ", which also has narrow layers, is not the best.");
    }

    private double highestMean() {
        return result.architectures().stream()
                .mapToDouble(repeats -> repeats.testAccuracy().mean())
                .max()
                .orElseThrow();
    }

    private static String byDepth(List<Repeats> group) {
        return inOrderOfDepth(group).stream()
                .map(repeats -> String.format(
                        Locale.ROOT,
                        "%s with %d (%s)",
                        repeats.testAccuracy(),
                        repeats.architecture().depth(),
                        repeats.architecture().name()))
                .collect(Collectors.joining(", "));
    }

    private boolean risesWithDepth() {
        List<Repeats> ordered = inOrderOfDepth(result.convolutionalNetworks());
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).testAccuracy().mean()
                    <= ordered.get(i - 1).testAccuracy().mean()) {
                return false;
            }
        }
        return true;
    }

    private static List<Repeats> inOrderOfDepth(List<Repeats> group) {
        return group.stream()
                .sorted(Comparator.comparing(repeats -> repeats.architecture().depth()))
                .toList();
    }

    /** Question 9: similar structures. */
    String structures() {
        double between = mean(result.convolutionalNetworks()) - mean(result.perceptrons());
        double within = Math.max(spread(result.convolutionalNetworks()), spread(result.perceptrons()));
        return String.format(
                Locale.ROOT,
                "There are two families: perceptrons on single pixels (mlp_2 is mlp_1 with one more layer, which is linear"
                        + " and adds no function that mlp_1 cannot represent), and stacks of small convolutions with pooling, which"
                        + " differ in depth and width. The best test accuracies differ by up to %.3f within a family, and the"
                        + " means of the families differ by %.3f: %s",
                within,
                between,
                Math.abs(between) > within
                        ? "the family matters more than its details."
                        : "the details matter as much as the family.");
    }

    /** Question 10: the choice, by validation accuracy, since the test set must have no part in it. */
    String choice() {
        Repeats highest =
                result.first(Comparator.comparing(r -> -r.validationAccuracy().mean()));
        List<Repeats> equals = notShownWorse(highest, TrainingResult::validationAccuracy);
        Repeats chosen = Stream.concat(Stream.of(highest), equals.stream())
                .min(Comparator.comparing(repeats -> repeats.architecture().multiplications()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s: %s. Its mean validation accuracy is %s, its mean test accuracy %s. It has %,d parameters, %.0f %% of the"
                        + " perceptrons' mean, and needs %,d multiplications per image, compared with %,d for %s. The handout reports"
                        + " the best test accuracy of the repeats, %.3f; since it selects a run by the test set, that number is"
                        + " slightly too high.",
                chosen.architecture().name(),
                equals.isEmpty()
                        ? "it has the highest mean validation accuracy, and the seeds show that the others' are lower"
                        : "the seeds do not show that the validation accuracy of " + names(equals)
                                + " is lower than that of "
                                + highest.architecture().name()
                                + ", which has the highest mean; of these networks it needs the fewest"
                                + " multiplications",
                chosen.validationAccuracy(),
                chosen.testAccuracy(),
                chosen.architecture().parameterCount(),
                100.0
                        * chosen.architecture().parameterCount()
                        / result.perceptrons().stream()
                                .mapToLong(repeats -> repeats.architecture().parameterCount())
                                .average()
                                .orElseThrow(),
                chosen.architecture().multiplications(),
                cheapest().architecture().multiplications(),
                cheapest().architecture().name(),
                chosen.bestTestAccuracy());
    }

    private Repeats cheapest() {
        return result.first(
                Comparator.comparing(repeats -> repeats.architecture().multiplications()));
    }

    /** The generalisation gap: training minus test accuracy, means over the repeats. */
    static double gap(Repeats repeats) {
        return repeats.trainingAccuracy().mean() - repeats.testAccuracy().mean();
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
}
