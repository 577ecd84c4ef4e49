package org.dlcourse.homework.ann.activations;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Answers on the first layer's gradient, worded from the numbers of the comparison.
 *
 * @param result of the comparison of activation functions
 */
record GradientAnswers(ActivationComparison.Result result) {
    /** The first line of the page. */
    String summary() {
        Pair fewest = result.pairs().get(0);
        Pair most = result.pairs().get(result.pairs().size() - 1);
        return String.format(
                Locale.ROOT,
                "With ReLU the final training loss is lower in %d of %d pairs of runs with equal seeds. The sigmoid's gradient in the"
                        + " first layer is %s of ReLU's in %s (%d sigmoid%s) and %s in %s (%d).",
                result.comparedRuns() - result.notLowerWithRelu(),
                result.comparedRuns(),
                readable(fewest.gradientRatio()),
                fewest.name(),
                fewest.activationLayers(),
                fewest.activationLayers() == 1 ? "" : "s",
                (isHidden(most) ? "at most " : "") + readable(largestRatio(most)),
                most.name(),
                most.activationLayers());
    }

    /** The handout's first question: how gradients behave, and what depth does. */
    String gradients() {
        return String.format(
                Locale.ROOT,
                "Mean norm of the first layer's gradient over the run, with the sigmoid: %s. It %s from each network to every"
                        + " network with more sigmoids. With ReLU: %s. %s%s",
                list(Pair::sigmoidGradient),
                notDecreasing(Pair::sigmoid) == 0 ? "decreases" : "does not always decrease",
                list(Pair::reluGradient),
                ratios(),
                resolution());
    }

    private String list(ToDoubleFunction<Pair> gradient) {
        return byDepth().stream()
                .map(pair -> readable(gradient.applyAsDouble(pair)) + " in " + pair.name())
                .collect(Collectors.joining(", "));
    }

    /** First layers differ in size, so the effect of the sigmoid is the ratio to the same network with ReLU. */
    private String ratios() {
        List<Pair> largerWithRelu =
                result.pairs().stream().filter(pair -> pair.gradientRatio() < 1).toList();
        if (largerWithRelu.size() < result.pairs().size()) {
            return "The gradient is larger with ReLU for " + names(largerWithRelu) + ", not for every architecture.";
        }
        return "The first layers differ in size, so the effect of the activation function is the ratio of sigmoid to ReLU: "
                + byDepth().stream().map(this::ratio).collect(Collectors.joining(", ")) + ".";
    }

    private String ratio(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%s%s with %d sigmoid%s (%s)",
                isHidden(pair) ? "at most " : "",
                readable(largestRatio(pair)),
                pair.activationLayers(),
                pair.activationLayers() == 1 ? "" : "s",
                pair.name());
    }

    /** An upper bound on the ratio of sigmoid to ReLU: the largest gradient that rounding can hide is added to the sigmoid's. */
    double largestRatio(Pair pair) {
        double hidden = isHidden(pair) ? smallestComponent(pair) * Math.sqrt(firstWeights(pair)) : 0;
        return (pair.sigmoidGradient() + hidden) / pair.reluGradient();
    }

    /** Names the networks whose gradient is too small for single precision. */
    private String resolution() {
        List<Pair> hidden = result.pairs().stream().filter(this::isHidden).toList();
        return hidden.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The sigmoid's gradient of %s is at the limit of single precision: a step smaller than half the last"
                                + " digit of a weight does not change it, so components below about %.0e are measured as 0 or"
                                + " rounded up or down. The upper bound includes this rounding; the table has the measured ratio.",
                        names(hidden),
                        hidden.stream()
                                .mapToDouble(this::smallestComponent)
                                .max()
                                .orElseThrow());
    }

    /** Half the last digit of the largest of a first layer's weights, which a step must exceed to change it. */
    private double smallestComponent(Pair pair) {
        double largest = 0;
        for (Run run : pair.sigmoid().runs()) {
            for (float weight : run.result().firstLayerWeights().values()) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return Math.ulp((float) largest) / 2 / result.learningRate();
    }

    private boolean isHidden(Pair pair) {
        return pair.architecture().isConvolutional()
                && pair.sigmoidGradient() < smallestComponent(pair) * Math.sqrt(firstWeights(pair));
    }

    private static long firstWeights(Pair pair) {
        return pair.architecture().table().get(0).parameters()
                - pair.architecture().table().get(0).output().channels();
    }

    /**
     * The pairs of networks, over all repeats, in which the gradient does not decrease with more activation layers. Networks with
     * equally many are not compared: mlp_2 is deeper than mlp_1 by a layer without an activation function.
     *
     * @param runs of one of the activation functions
     */
    int notDecreasing(Function<Pair, Repeats> runs) {
        int count = 0;
        for (Pair fewer : result.pairs()) {
            for (Pair more : result.pairs()) {
                if (fewer.activationLayers() < more.activationLayers()) {
                    for (int repeat = 0; repeat < runs.apply(more).runs().size(); repeat++) {
                        count += gradient(runs.apply(more), repeat) < gradient(runs.apply(fewer), repeat) ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }

    private static double gradient(Repeats repeats, int repeat) {
        LearningCurves curves = repeats.runs().get(repeat).result().curves();
        return curves.finalMean(Curve.FIRST_LAYER_GRADIENT, curves.steps().length);
    }

    private List<Pair> byDepth() {
        return result.pairs().stream()
                .sorted(Comparator.comparing(pair -> pair.architecture().depth()))
                .toList();
    }

    static String names(List<Pair> pairs) {
        return pairs.isEmpty()
                ? "no architecture"
                : pairs.stream().map(Pair::name).collect(Collectors.joining(", "));
    }

    /** Two significant digits, or a whole number from 100 on. */
    static String readable(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return number < 1e-2 ? String.format(Locale.ROOT, "%.1e", number) : String.format(Locale.ROOT, "%.2g", number);
    }
}
