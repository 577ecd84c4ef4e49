package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.figure.Formula;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

class Part4ActivationsTest {
    @Requirement("ANN-4.1")
    void gradientOfTheSigmoidShrinksWithDepth(Experiments experiments, CourseSettings settings, Evidence evidence) {
        ActivationComparison.Result result = experiments.run(new ActivationComparison());
        ActivationAnswers answers = new ActivationAnswers(result);
        evidence.data(result.data().description());
        evidence.answer("What came out", answers.gradients());
        evidence.figure(new ActivationFigure(result).figure());
        evidence.table(answers.table());
        ResultFiles files = new ResultFiles(settings.results(), "ann");
        for (Pair pair : result.pairs()) {
            Part4File file = new Part4File(pair);
            evidence.file(files.write(file.name(), file.content()));
        }
        evidence.check(
                "pairs of networks, over all repeats, of which the one with more sigmoids has no smaller gradient",
                answers.risesWithActivations(Pair::sigmoid),
                Bound.exactly(0),
                EvidenceKind.STATISTICAL,
                "each sigmoid takes a factor of at most 1/4; mlp_1 and mlp_2, with one each, are not compared");
        evidence.check(
                "smallest ratio of the gradients, ReLU to sigmoid",
                result.pairs().stream()
                        .mapToDouble(pair ->
                                ActivationAnswers.gradient(pair.relu()) / ActivationAnswers.gradient(pair.sigmoid()))
                        .min()
                        .orElseThrow(),
                Bound.above(1),
                EvidenceKind.STATISTICAL,
                "ReLU's derivative is 1 where a unit is on, the sigmoid's at most 1/4");
        evidence.check(
                "ratio of the gradients, sigmoid to ReLU, in the network with the most activations",
                answers.largestRatio(result.pairs().get(4)),
                Bound.below(ActivationAnswers.ratio(result.pairs().get(0))),
                EvidenceKind.STATISTICAL,
                "that with a single one: with ReLU the first layer's size and the weights behind it are the same");
        if (settings.scale() == Scale.FULL) {
            fullScale(result, answers, evidence);
        }

        for (Pair pair : result.pairs()) {
            int points = pair.relu().plan().points(result.data().training().count());
            assertThat(pair.relu().meanCurves().of(Curve.FIRST_LAYER_GRADIENT))
                    .as(
                            "%s, ReLU: a gradient at every recorded step",
                            pair.architecture().name())
                    .hasSize(points)
                    .doesNotContain(0);
            assertThat(pair.sigmoid().meanCurves().of(Curve.FIRST_LAYER_GRADIENT))
                    .as("%s, sigmoid", pair.architecture().name())
                    .hasSize(points);
        }
        evidence.assertChecks();
    }

    private static void fullScale(ActivationComparison.Result result, ActivationAnswers answers, Evidence evidence) {
        for (Pair pair : result.pairs()) {
            String name = pair.architecture().name();
            evidence.check(
                    "test accuracy of " + name + " with ReLU, " + pair.relu().testAccuracy(),
                    pair.relu().testAccuracy().mean(),
                    Bound.above(pair.sigmoid().testAccuracy().mean()),
                    EvidenceKind.STATISTICAL,
                    "that with the sigmoid, " + pair.sigmoid().testAccuracy());
            if (name.equals("cnn_4") || name.equals("cnn_5")) {
                evidence.check(
                        "largest distance of an epoch's mean loss from ln 10, " + name + " with the sigmoid",
                        answers.deviation(pair),
                        Bound.atMost(ActivationAnswers.STANDSTILL),
                        EvidenceKind.STATISTICAL,
                        "the network does not learn");
                evidence.check(
                        "gradient of " + name + ", sigmoid to ReLU",
                        ActivationAnswers.gradient(pair.sigmoid()) / ActivationAnswers.gradient(pair.relu()),
                        Bound.below(1e-2),
                        EvidenceKind.STATISTICAL,
                        "the handout's published figures");
            }
        }
    }

    @Requirement("ANN-4.2")
    void gradientsVanishWithDepthAndUnscaledInputsSaturate(Experiments experiments, Evidence evidence) {
        ActivationComparison.Result activations = experiments.run(new ActivationComparison());
        InputRangeComparison.Result ranges = experiments.run(new InputRangeComparison());
        ActivationAnswers answers = new ActivationAnswers(activations);
        evidence.data(activations.data().description());
        evidence.data(ranges.unit().description());
        evidence.data(ranges.bytes().description());
        evidence.answer("How do gradients behave, and what happens when depth increases?", answers.gradients());
        evidence.answer(
                "Why?",
                new Formula(
                        "\\frac{\\partial L}{\\partial W_1} = \\left( \\prod_{k=2}^{K} \\sigma'(z_{k-1}) \\odot W_k^{T}"
                                + " \\right) \\frac{\\partial L}{\\partial z_K} \\; x^{T}, \\qquad \\sigma' = \\sigma (1 - \\sigma) \\le"
                                + " \\frac{1}{4}"),
                answers.why());
        evidence.answer("Bonus: what happens with inputs from 0 to 255 instead of 0 to 1?", ranges.answer());
        evidence.figure(new ActivationFigure(activations).figure());
        evidence.figure(new InputRangeFigure(ranges).figure());
        evidence.table(ranges.table());
        evidence.table(answers.table());
        for (InputRangeComparison.Pair pair : ranges.pairs()) {
            String with = " with " + InputRangeComparison.Result.name(pair.activation());
            evidence.check(
                    "saturated activations, pixels in [0,255]," + with,
                    ranges.saturation(pair.bytes()).mean(),
                    Bound.above(ranges.saturation(pair.unit()).mean()),
                    EvidenceKind.STATISTICAL,
                    "those with pixels in [0,1]");
            evidence.check(
                    "final loss, pixels in [0,255]," + with,
                    ranges.finalLoss(pair.bytes()).mean(),
                    Bound.above(ranges.finalLoss(pair.unit()).mean()),
                    EvidenceKind.STATISTICAL,
                    "that with pixels in [0,1]");
        }

        evidence.assertChecks();
    }
}
