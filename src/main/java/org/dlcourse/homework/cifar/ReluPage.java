package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.Examples;
import org.dlcourse.figure.Formula;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.training.Curve;

/**
 * CIFAR-3: three fully connected layers, with and without ReLU.
 *
 * @param result their runs
 * @param linear the network without ReLU compared with one affine map
 * @param rectified the network with ReLU compared with the same composition of its layers
 */
record ReluPage(Variations.Result result, ComposedLayers linear, ComposedLayers rectified) {
    static final Variations EXPERIMENT =
            new Variations(List.of(Variation.LAYERS_WITHOUT_RELU, Variation.LAYERS_WITH_RELU));

    static ReluPage of(Variations.Result result) {
        Examples test = result.prepared().data().test();
        return new ReluPage(
                result,
                ComposedLayers.of(result.of(Variation.LAYERS_WITHOUT_RELU).run(), test),
                ComposedLayers.of(result.of(Variation.LAYERS_WITH_RELU).run(), test));
    }

    void show(Evidence evidence) {
        evidence.conclusion(
                new VariationAnswers(result).comparison(Variation.LAYERS_WITH_RELU, Variation.LAYERS_WITHOUT_RELU)
                        + String.format(
                                Locale.ROOT,
                                " Without ReLU the three layers equal one affine map to %.1e of the largest logit.",
                                linear.error()));
        new VariationOverview("Three layers with and without ReLU", result).show(evidence);
        evidence.answer(
                "What happens without ReLU?",
                new Formula("y = ((x A + a) B + b) D + d = x \\, (A B D) + (a B D + b D + d) = x C + c"),
                String.format(
                        Locale.ROOT,
                        "The three layers are one affine map: composed from the trained weights, it gives the same logits for %d test"
                                + " images, with differences of at most %.1e of the largest logit. So the network represents the"
                                + " same functions as a single layer, with twelve times the parameters.",
                        linear.images(),
                        linear.error()));
        if (!result.learntNothing(Variation.LAYERS_WITHOUT_RELU)) {
            evidence.erratum(
                    "Without ReLU the network would lose its capability to classify, because its outputs would span a large range.",
                    String.format(
                            Locale.ROOT,
                            "Without ReLU the network is one affine map, and affine maps classify: its test accuracy is %.3f, and"
                                    + " guessing gives 0.1. What it loses are decision boundaries that are not linear.",
                            result.atCommonEpochs(Variation.LAYERS_WITHOUT_RELU, Curve.TEST_ACCURACY)));
        }
        evidence.answer(
                "Is the network with ReLU more accurate?",
                new VariationAnswers(result).comparison(Variation.LAYERS_WITH_RELU, Variation.LAYERS_WITHOUT_RELU));
    }

    void check(Evidence evidence) {
        VariationChecks checks = new VariationChecks(result);
        checks.parameters(evidence, Variation.LAYERS_WITH_RELU, 379_774);
        checks.parameters(evidence, Variation.LAYERS_WITHOUT_RELU, 379_774);
        evidence.keyCheck(
                "largest difference between the network's logits and those of the affine map, relative to the largest logit",
                linear.error(),
                Bound.atMost(1e-5),
                EvidenceKind.ROUNDING_BOUND,
                "the requirement's bound; in sums of 3,072 products in single precision, rounding errors of 6e-8 partly cancel, to about sqrt(3,072) x 6e-8 = 3e-6");
        evidence.check(
                "control: the same with ReLU between the layers",
                rectified.error(),
                Bound.above(1e-2),
                EvidenceKind.ROUNDING_BOUND,
                "a network that is not affine must differ");
        checks.moreAccurate(evidence, Variation.LAYERS_WITH_RELU, Variation.LAYERS_WITHOUT_RELU);
    }
}
