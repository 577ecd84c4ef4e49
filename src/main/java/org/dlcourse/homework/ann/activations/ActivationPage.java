package org.dlcourse.homework.ann.activations;

import java.util.Locale;
import java.util.stream.Stream;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;
import org.dlcourse.util.DecimalNotation;

/**
 * The page on the loss and the gradient with ReLU and with the sigmoid.
 *
 * @param result of the comparison of activation functions
 */
record ActivationPage(ActivationComparison.Result result) {
    /** At full scale the sigmoid's gradient in cnn_4 and cnn_5 is a smaller fraction of ReLU's than this. */
    static final double LARGEST_RATIO_OF_THE_DEEPEST = 1e-2;

    void show(Evidence evidence) {
        evidence.conclusion(new GradientAnswers(result).summary());
        evidence.data(result.data().description());
        if (result.scale() == Scale.QUICK) {
            evidence.answer(
                    "Quick scale",
                    String.format(
                            Locale.ROOT,
                            "Learning rate %s in place of %s, batches of 16 in place of 50, and He initialisation in place of PyTorch's"
                                    + " initial weights: with the handout's constants the deeper networks stay at chance in a run of some"
                                    + " seconds, whatever the activation function.",
                            DecimalNotation.of(result.learningRate()),
                            DecimalNotation.of(ActivationComparison.LEARNING_RATE)));
        }
        evidence.answer("Result", new GradientAnswers(result).gradients());
        evidence.figure(new ActivationFigure(result).figure());
        evidence.table(new ActivationTable(result).table());
    }

    /** Writes the handout's result files and attaches them. */
    void attach(Evidence evidence, ResultFiles files) {
        for (Pair pair : result.pairs()) {
            Part4File file = new Part4File(pair);
            evidence.file(files.write(file.name(), file.content()));
        }
    }

    void check(Evidence evidence) {
        evidence.criterion(HandedInPart.COMPLETE, () -> checkCurves(evidence));
        evidence.criterion(HandedInActivations.DEPTH, () -> checkDepth(evidence));
        evidence.criterion(HandedInActivations.DEEPEST, () -> checkDeepest(evidence));
        if (result.areTooFewImages()) {
            evidence.shownAtFullScaleOnly(String.format(
                    Locale.ROOT,
                    "%d epochs of %,d real images are too few: the deepest network stays near chance, with ReLU and with the sigmoid."
                            + " What is shown of the gradients holds at this scale too.",
                    result.pairs().get(0).relu().plan().epochs(),
                    result.data().training().count()));
        }
        evidence.criterion(HandedInActivations.LOWER_LOSS, () -> checkLoss(evidence));
    }

    private void checkCurves(Evidence evidence) {
        int points = result.pairs()
                .get(0)
                .relu()
                .plan()
                .points(result.data().training().count());
        evidence.check(
                "runs without a point at every recorded step",
                result.pairs().stream()
                        .flatMap(pair -> Stream.of(pair.relu(), pair.sigmoid()))
                        .flatMap(repeats -> repeats.runs().stream())
                        .filter(run -> run.result().curves().steps().length != points)
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                String.format(
                        Locale.ROOT,
                        "%,d points, which follow from the epochs, the batch size and the recorded steps",
                        points));
    }

    private void checkDepth(Evidence evidence) {
        GradientAnswers answers = new GradientAnswers(result);
        evidence.check(
                "pairs of networks, over all repeats, whose gradient is not smaller with more sigmoids",
                answers.notDecreasing(Pair::sigmoid),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "each sigmoid contributes a factor of at most 1/4; mlp_1 and mlp_2 have one each and are not compared with each other");
        evidence.keyCheck(
                "smallest ratio of the gradients, ReLU to sigmoid",
                result.pairs().stream()
                        .mapToDouble(pair -> pair.reluGradient() / pair.sigmoidGradient())
                        .min()
                        .orElseThrow(),
                Bound.above(1),
                EvidenceKind.STATISTICAL,
                "ReLU's derivative is 1 where a unit is active, the sigmoid's at most 1/4");
    }

    private void checkDeepest(Evidence evidence) {
        GradientAnswers answers = new GradientAnswers(result);
        Pair fewest = result.pairs().get(0);
        Pair most = result.pairs().get(result.pairs().size() - 1);
        evidence.check(
                "upper bound on the ratio of the gradients, sigmoid to ReLU, in " + most.name(),
                answers.largestRatio(most),
                Bound.below(fewest.gradientRatio()),
                EvidenceKind.STATISTICAL,
                "the ratio in " + fewest.name() + ", which has one sigmoid instead of " + most.activationLayers()
                        + "; the two networks of a ratio differ in the activation function only");
        if (result.scale() == Scale.FULL) {
            result.pairs().stream()
                    .filter(pair -> HandedInActivations.DEEPEST_NETWORKS.contains(pair.name()))
                    .forEach(pair -> checkFullScale(evidence, pair));
        }
    }

    private void checkLoss(Evidence evidence) {
        evidence.check(
                "p-value: final loss lower with ReLU, in " + (result.comparedRuns() - result.notLowerWithRelu())
                        + " of " + result.comparedRuns() + " pairs of runs with equal seeds",
                result.signTest(),
                Bound.below(SeedComparison.ALPHA),
                EvidenceKind.STATISTICAL,
                "sign test, one-sided: if the activation function made no difference, either sign of a difference would have probability 1/2");
        evidence.check(
                "architectures whose mean final loss is not lower with ReLU",
                result.pairs().stream()
                        .filter(pair -> !(result.finalLosses(pair).meanDifference() > 0))
                        .count(),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "the requirement: ReLU is better in every architecture");
        if (result.scale() == Scale.FULL) {
            result.pairs().forEach(pair -> checkAccuracy(evidence, pair));
        }
    }

    private static void checkAccuracy(Evidence evidence, Pair pair) {
        evidence.check(
                "test accuracy of " + pair.name() + " with ReLU, " + pair.relu().testAccuracy(),
                pair.relu().testAccuracy().mean(),
                Bound.above(pair.sigmoid().testAccuracy().mean()),
                EvidenceKind.STATISTICAL,
                "that with the sigmoid, " + pair.sigmoid().testAccuracy());
    }

    private void checkFullScale(Evidence evidence, Pair pair) {
        evidence.check(
                "largest difference of an epoch's mean loss from ln 10, " + pair.name() + " with the sigmoid",
                new VanishingGradientAnswers(result).deviation(pair),
                Bound.atMost(VanishingGradientAnswers.LARGEST_DEVIATION),
                EvidenceKind.STATISTICAL,
                "the network does not learn");
        evidence.check(
                "ratio of the gradients, sigmoid to ReLU, in " + pair.name(),
                pair.gradientRatio(),
                Bound.below(LARGEST_RATIO_OF_THE_DEEPEST),
                EvidenceKind.STATISTICAL,
                "the handout's published values");
    }
}
