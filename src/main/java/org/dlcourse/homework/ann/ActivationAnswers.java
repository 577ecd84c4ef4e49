package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.ann.ActivationComparison.Pair;
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

    /** The largest weight of a first layer that PyTorch's initialisation draws here: 1 / sqrt(9). */
    private static final double LARGEST_FIRST_WEIGHT = 1.0 / 3;

    /** The handout's first question: how gradients behave, and what depth does. */
    String gradients() {
        return String.format(
                Locale.ROOT,
                "%s %s%s",
                falls(Pair::sigmoid)
                        ? "With the sigmoid the gradient of the first layer shrinks from each network to the next deeper one: "
                                + list(Pair::sigmoid) + "."
                        : "With the sigmoid the gradient of the first layer does not shrink from each network to the next"
                                + " deeper one here: " + list(Pair::sigmoid) + ".",
                "With ReLU it is " + list(Pair::relu) + ": " + reluAgainstSigmoid(),
                resolution());
    }

    private String reluAgainstSigmoid() {
        List<Pair> larger = result.pairs().stream()
                .filter(pair -> gradient(pair.relu()) > gradient(pair.sigmoid()))
                .toList();
        if (larger.size() < result.pairs().size()) {
            return "larger than with the sigmoid only for " + names(larger) + ".";
        }
        Pair first = result.pairs().get(0);
        Pair deepest = deepest();
        return String.format(
                Locale.ROOT,
                "%s times the sigmoid's for %s, %s times for %s.",
                readable(gradient(first.relu()) / gradient(first.sigmoid())),
                first.architecture().name(),
                readable(gradient(deepest.relu()) / gradient(deepest.sigmoid())),
                deepest.architecture().name());
    }

    /** A gradient below what single precision can show of it is said to be so. */
    private String resolution() {
        double component = Math.scalb(LARGEST_FIRST_WEIGHT, -24) / ActivationComparison.LEARNING_RATE;
        List<Pair> hidden = result.pairs().stream()
                .filter(pair -> pair.architecture().isConvolutional())
                .filter(pair -> gradient(pair.sigmoid()) < component * Math.sqrt(firstWeights(pair)))
                .toList();
        return hidden.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The sigmoid's gradient of %s is so small that it is not even measured: a step smaller than half the"
                                + " last digit of a weight does not change it, so that components below some %.0e are seen"
                                + " as 0 or rounded up.",
                        names(hidden),
                        component);
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
        List<Pair> still = result.pairs().stream().filter(this::standsStill).toList();
        List<Pair> ahead =
                result.pairs().stream().filter(this::reluHasLowerLoss).toList();
        List<Pair> reluAtChance =
                result.pairs().stream().filter(pair -> isAtChance(pair.relu())).toList();
        return String.format(
                        Locale.ROOT,
                        " The final training loss is lower with ReLU than with the sigmoid for %s.",
                        ahead.size() == result.pairs().size() ? "every architecture" : names(ahead))
                + (still.isEmpty()
                        ? " None of the sigmoid networks stood still at ln 10 = 2.303, the loss of no knowledge."
                        : String.format(
                                Locale.ROOT,
                                " With the sigmoid, %s learnt nothing: no epoch's mean loss was further than %.3f from"
                                        + " ln 10 = 2.303, that of no knowledge, and the test accuracy is at chance.",
                                names(still),
                                largestDeviation(still)))
                + (reluAtChance.isEmpty()
                        ? ""
                        : " With ReLU, " + names(reluAtChance)
                                + " came no further than chance in this training either.");
    }

    private boolean isAtChance(Repeats repeats) {
        return repeats.testAccuracy().mean()
                <= Chance.upperEnd(
                        result.data().test().classes(), result.data().test().count());
    }

    private double largestDeviation(List<Pair> pairs) {
        return pairs.stream().mapToDouble(this::deviation).max().orElseThrow();
    }

    boolean standsStill(Pair pair) {
        return deviation(pair) <= STANDSTILL && isAtChance(pair.sigmoid());
    }

    boolean reluHasLowerLoss(Pair pair) {
        return finalLoss(pair.relu()) < finalLoss(pair.sigmoid());
    }

    double finalLoss(Repeats repeats) {
        return Pair.finalLoss(repeats, result.pointsOfAnEpoch()).mean();
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

    /** Whether the gradient shrinks from each network to the next deeper one, in every repeat. */
    boolean falls(Function<Pair, Repeats> activation) {
        return risesWithDepth(activation) == 0;
    }

    /** The neighbours in depth, over all repeats, of which the deeper one has no smaller gradient. */
    int risesWithDepth(Function<Pair, Repeats> activation) {
        int rises = 0;
        List<Pair> byDepth = byDepth();
        for (int i = 1; i < byDepth.size(); i++) {
            Repeats shallower = activation.apply(byDepth.get(i - 1));
            Repeats deeper = activation.apply(byDepth.get(i));
            for (int repeat = 0; repeat < deeper.runs().size(); repeat++) {
                if (!(gradient(deeper, repeat) < gradient(shallower, repeat))) {
                    rises++;
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

    private Pair deepest() {
        List<Pair> byDepth = byDepth();
        return byDepth.get(byDepth.size() - 1);
    }

    private String list(Function<Pair, Repeats> activation) {
        return byDepth().stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s in %s",
                        readable(gradient(activation.apply(pair))),
                        pair.architecture().name()))
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
                    Pair.finalLoss(pair.relu(), result.pointsOfAnEpoch()),
                    Pair.finalLoss(pair.sigmoid(), result.pointsOfAnEpoch()),
                    pair.relu().testAccuracy(),
                    pair.sigmoid().testAccuracy(),
                    readable(gradient(pair.relu())),
                    readable(gradient(pair.sigmoid())),
                    readable(gradient(pair.sigmoid()) / gradient(pair.relu()))));
        }
        return new DataTable(
                "Loss of the last epoch, test accuracy and gradient magnitude (mean over the run), by layers with weights",
                List.of(
                        "Architecture",
                        "Layers",
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
