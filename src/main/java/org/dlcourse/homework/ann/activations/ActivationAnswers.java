package org.dlcourse.homework.ann.activations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.experiment.PairedDifference;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * What the comparison of activations says, worded from its numbers.
 *
 * @param result what the comparison found
 */
record ActivationAnswers(ActivationComparison.Result result) {
    /** How close to the loss of no knowledge a network's mean loss of an epoch stays if it learns nothing, in nats. */
    static final double STANDSTILL = 0.01;

    /** The same where an epoch's mean is over few images, as at quick scale. */
    private static final double LARGEST_STANDSTILL = 0.05;

    /** The largest weight of a first layer that PyTorch's initialisation draws here: 1 / sqrt(9). */
    private static final double LARGEST_FIRST_WEIGHT = 1.0 / 3;

    /** The handout's first question: how gradients behave, and what depth does. */
    String gradients() {
        return String.format(
                Locale.ROOT,
                "Mean magnitude of the first layer's gradient over the run, with the sigmoid: %s. It %s from each network to"
                        + " every one with more sigmoids. With ReLU: %s. %s%s",
                list(Pair::sigmoid),
                falls(Pair::sigmoid) ? "shrinks" : "does not shrink",
                list(Pair::relu),
                reluAgainstSigmoid(),
                resolution());
    }

    /** First layers differ in size, so what a sigmoid does shows in the ratio to the same network with ReLU. */
    private String reluAgainstSigmoid() {
        List<Pair> larger =
                result.pairs().stream().filter(pair -> ratio(pair) < 1).toList();
        if (larger.size() < result.pairs().size()) {
            return "ReLU's is the larger one for " + names(larger) + " only.";
        }
        return "The first layers differ in size; what the activation does shows in the ratio of sigmoid to ReLU: "
                + byDepth().stream()
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "%s%s with %d sigmoid%s (%s)",
                                isHidden(pair) ? "below " : "",
                                readable(largestRatio(pair)),
                                activations(pair),
                                activations(pair) == 1 ? "" : "s",
                                pair.architecture().name()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** Sigmoid's gradient as a part of ReLU's, as measured. */
    static double ratio(Pair pair) {
        return gradient(pair.sigmoid()) / gradient(pair.relu());
    }

    /** The same with what rounding can have hidden of the sigmoid's gradient added, where that counts. */
    double largestRatio(Pair pair) {
        double hidden = isHidden(pair) ? smallestComponent() * Math.sqrt(firstWeights(pair)) : 0;
        return (gradient(pair.sigmoid()) + hidden) / gradient(pair.relu());
    }

    /** A gradient below what single precision can show of it is said to be so. */
    private String resolution() {
        List<Pair> hidden = result.pairs().stream().filter(this::isHidden).toList();
        return hidden.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The sigmoid's gradient of %s is at the limit of what its weights can show: a step smaller than half"
                                + " the last digit of a weight does not change it, so that components below some %.0e are seen"
                                + " as 0 or rounded either way.",
                        names(hidden),
                        smallestComponent());
    }

    private static double smallestComponent() {
        return Math.scalb(LARGEST_FIRST_WEIGHT, -24) / ActivationComparison.LEARNING_RATE;
    }

    private boolean isHidden(Pair pair) {
        return pair.architecture().isConvolutional()
                && gradient(pair.sigmoid()) < smallestComponent() * Math.sqrt(firstWeights(pair));
    }

    private static long activations(Pair pair) {
        return pair.architecture().layers().stream()
                .filter(LayerSpec.Activation.class::isInstance)
                .count();
    }

    private static long firstWeights(Pair pair) {
        return pair.architecture().table().get(0).parameters()
                - pair.architecture().table().get(0).output().channels();
    }

    /** The handout's second question: why. The formula stands before it. */
    String why() {
        return "By the chain rule the gradient of the first layer has one factor for each layer behind it: its weights and the"
                + " derivative of its activation. The sigmoid's derivative is at most 1/4, where its input is 0, and less"
                + " elsewhere; with the initial weights used here, a layer's factor is well below 1. The product shrinks"
                + " exponentially with depth. ReLU's derivative is 1 wherever a unit is active, so only the weights are left"
                + " in the product; it shrinks more slowly. The sigmoid's outputs also lie around 1/2 instead of"
                + " around 0, so that the layers behind it see much the same for every image." + learning();
    }

    private String learning() {
        List<Pair> still = result.pairs().stream().filter(this::learntNothing).toList();
        List<Pair> ahead = result.pairs().stream()
                .filter(pair -> lossDifference(pair).isLower())
                .toList();
        List<Pair> reluAtChance =
                result.pairs().stream().filter(pair -> isAtChance(pair.relu())).toList();
        return String.format(
                        Locale.ROOT,
                        " Seed by seed, ReLU's training loss in the last epoch is lower than the sigmoid's%s for %s.",
                        result.pairs().get(0).relu().runs().size() == 1
                                ? ", in the one run of each,"
                                : ", by more than the repeats spread,",
                        ahead.size() == result.pairs().size() ? "every architecture" : names(ahead))
                + (still.isEmpty()
                        ? " None of the sigmoid networks stood still at chance."
                        : String.format(
                                Locale.ROOT,
                                " With the sigmoid, %s learnt nothing: the test accuracy is at chance, and no epoch's mean loss"
                                        + " was further than %.3f from ln 10 = 2.303, that of no knowledge.",
                                names(still),
                                largestDeviation(still)))
                + (reluAtChance.isEmpty()
                        ? ""
                        : " With ReLU, " + names(reluAtChance)
                                + " came no further than chance in this training either.");
    }

    /** ReLU's loss in the last epoch less the sigmoid's. */
    PairedDifference lossDifference(Pair pair) {
        return PairedDifference.of(pair.relu(), pair.sigmoid(), run -> run.result()
                .curves()
                .finalMean(Curve.TRAINING_LOSS, result.pointsOfAnEpoch()));
    }

    private boolean isAtChance(Repeats repeats) {
        return repeats.testAccuracy().mean()
                <= ChanceLevel.upperEnd(
                        result.data().test().classes(), result.data().test().count());
    }

    private double largestDeviation(List<Pair> pairs) {
        return pairs.stream().mapToDouble(this::deviation).max().orElseThrow();
    }

    boolean learntNothing(Pair pair) {
        return isAtChance(pair.sigmoid()) && deviation(pair) <= LARGEST_STANDSTILL;
    }

    /** How far the sigmoid network's mean loss of an epoch ever is from that of no knowledge, in nats. */
    double deviation(Pair pair) {
        LearningCurves curves = pair.sigmoid().meanCurves();
        int points = result.pointsOfAnEpoch();
        double noKnowledge = Math.log(result.data().training().classes());
        return IntStream.range(0, curves.steps().length / points)
                .mapToDouble(epoch -> curves.mean(Curve.TRAINING_LOSS, epoch * points, (epoch + 1) * points))
                .map(loss -> Math.abs(loss - noKnowledge))
                .max()
                .orElseThrow();
    }

    /** Whether the gradient shrinks with the number of activations, in every repeat. */
    boolean falls(Function<Pair, Repeats> runs) {
        return risesWithActivations(runs) == 0;
    }

    /**
     * The pairs of networks, over all repeats, of which the one with more activations has no smaller gradient. Networks with
     * equally many are not compared: mlp_2 is deeper than mlp_1 by a layer without an activation.
     */
    int risesWithActivations(Function<Pair, Repeats> runs) {
        int rises = 0;
        for (Pair fewer : result.pairs()) {
            for (Pair more : result.pairs()) {
                if (activations(fewer) < activations(more)) {
                    for (int repeat = 0; repeat < runs.apply(more).runs().size(); repeat++) {
                        rises += gradient(runs.apply(more), repeat) < gradient(runs.apply(fewer), repeat) ? 0 : 1;
                    }
                }
            }
        }
        return rises;
    }

    private static double gradient(Repeats repeats, int repeat) {
        LearningCurves curves = repeats.runs().get(repeat).result().curves();
        return curves.finalMean(Curve.FIRST_LAYER_GRADIENT, curves.steps().length);
    }

    static double gradient(Repeats repeats) {
        return Pair.gradient(repeats).mean();
    }

    private List<Pair> byDepth() {
        return result.pairs().stream()
                .sorted(Comparator.comparing(pair -> pair.architecture().depth()))
                .toList();
    }

    private String list(Function<Pair, Repeats> activation) {
        return byDepth().stream()
                .map(pair -> readable(gradient(activation.apply(pair))) + " in "
                        + pair.architecture().name())
                .collect(Collectors.joining(", "));
    }

    private static String names(List<Pair> pairs) {
        return pairs.isEmpty()
                ? "none"
                : pairs.stream().map(pair -> pair.architecture().name()).collect(Collectors.joining(", "));
    }

    /** Two significant digits, or a whole number from 100 on. */
    static String readable(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return number < 1e-2 ? String.format(Locale.ROOT, "%.1e", number) : String.format(Locale.ROOT, "%.2g", number);
    }

    /** One row an architecture: losses, accuracies, gradients. */
    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Pair pair : result.pairs()) {
            rows.add(List.of(
                    pair.architecture().name(),
                    pair.architecture().depth(),
                    activations(pair),
                    Pair.finalLoss(pair.relu(), result.pointsOfAnEpoch()),
                    Pair.finalLoss(pair.sigmoid(), result.pointsOfAnEpoch()),
                    pair.relu().testAccuracy(),
                    pair.sigmoid().testAccuracy(),
                    readable(gradient(pair.relu())),
                    readable(gradient(pair.sigmoid())),
                    readable(ratio(pair))));
        }
        return new DataTable(
                "Loss of the last epoch, test accuracy and gradient magnitude (mean over the run), by layers with weights",
                List.of(
                        "Architecture",
                        "Layers",
                        "Activations",
                        "Loss, ReLU",
                        "Loss, sigmoid",
                        "Test, ReLU",
                        "Test, sigmoid",
                        "Gradient, ReLU",
                        "Gradient, sigmoid",
                        "Ratio"),
                rows);
    }
}
