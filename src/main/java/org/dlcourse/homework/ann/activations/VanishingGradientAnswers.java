package org.dlcourse.homework.ann.activations;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * Why gradients vanish, and which networks do not learn because of it, worded from the numbers of the comparison.
 *
 * @param result of the comparison of activation functions
 */
record VanishingGradientAnswers(ActivationComparison.Result result) {
    /** A network that learns nothing keeps its mean loss of every epoch this close to that of a uniform prediction, in nats. */
    static final double LARGEST_DEVIATION = 0.01;

    /** The same where an epoch has few images, as at quick scale. */
    private static final double LARGEST_DEVIATION_OF_FEW_IMAGES = 0.05;

    /** The handout's second question: why. The page shows the formula before it. */
    String why() {
        return "By the chain rule, the gradient of the first layer has one factor for each later layer: its weights and the"
                + " derivative of its activation function. The sigmoid's derivative is 1/4 where its input is 0, and smaller"
                + " elsewhere; with the initial weights used here, the factor of a layer is well below 1, and the product"
                + " decreases exponentially with depth. ReLU's derivative is 1 wherever a unit is active, so only the weights"
                + " remain in the product, which decreases more slowly. In addition, the sigmoid's outputs lie around 1/2"
                + " instead of 0, so that the later layers receive almost the same input for every image."
                + losses() + sigmoidAtChance() + reluAtChance();
    }

    private String losses() {
        List<Pair> reluLower = result.pairs().stream()
                .filter(pair -> result.finalLosses(pair).isShown())
                .toList();
        return String.format(
                Locale.ROOT,
                " ReLU's training loss in the last epoch is lower than the sigmoid's (paired t-test over %d seeds at 0.05) for %s.",
                result.pairs().get(0).relu().runs().size(),
                reluLower.size() == result.pairs().size() ? "every architecture" : GradientAnswers.names(reluLower));
    }

    private String sigmoidAtChance() {
        List<Pair> atChance = result.pairs().stream()
                .filter(pair -> isAtChance(pair.sigmoid()))
                .toList();
        if (atChance.isEmpty()) {
            return " No network with the sigmoid stayed at chance.";
        }
        List<Pair> uniform = atChance.stream().filter(this::isUniform).toList();
        List<Pair> others =
                atChance.stream().filter(pair -> !uniform.contains(pair)).toList();
        return learntNothing(uniform)
                + (others.isEmpty()
                        ? ""
                        : " With the sigmoid, " + GradientAnswers.names(others)
                                + " stayed at chance in the test accuracy.");
    }

    private String learntNothing(List<Pair> pairs) {
        return pairs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " With the sigmoid, %s learnt nothing: the test accuracy is at chance, and the mean loss differs"
                                + " in no epoch of any run by more than %.3f from ln 10 = 2.303, the loss of a uniform prediction.",
                        GradientAnswers.names(pairs),
                        pairs.stream().mapToDouble(this::deviation).max().orElseThrow());
    }

    private String reluAtChance() {
        List<Pair> atChance =
                result.pairs().stream().filter(pair -> isAtChance(pair.relu())).toList();
        return atChance.isEmpty()
                ? ""
                : " With ReLU, " + GradientAnswers.names(atChance) + " stayed at chance in this training, too.";
    }

    private boolean isAtChance(Repeats repeats) {
        return repeats.testAccuracy().mean()
                <= ChanceLevel.upperEnd(
                        result.data().test().classes(), result.data().test().count());
    }

    private boolean isUniform(Pair pair) {
        return deviation(pair) <= LARGEST_DEVIATION_OF_FEW_IMAGES;
    }

    /**
     * The largest difference, over the epochs and the runs, between the sigmoid network's loss and that of a uniform prediction, in
     * nats. The loss is the mean over the points of an epoch.
     */
    double deviation(Pair pair) {
        return pair.sigmoid().runs().stream()
                .mapToDouble(run -> deviation(run.result().curves()))
                .max()
                .orElseThrow();
    }

    private double deviation(LearningCurves curves) {
        int points = result.pointsPerEpoch();
        double uniform = Math.log(result.data().training().classes());
        return IntStream.range(0, curves.steps().length / points)
                .mapToDouble(epoch -> curves.mean(Curve.TRAINING_LOSS, epoch * points, (epoch + 1) * points))
                .map(loss -> Math.abs(loss - uniform))
                .max()
                .orElseThrow();
    }
}
