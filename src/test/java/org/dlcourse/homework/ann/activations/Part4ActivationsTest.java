package org.dlcourse.homework.ann.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.figure.Figure;
import org.dlcourse.grading.Solutions;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.homework.ann.activations.ActivationComparison.Pair;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.training.Curve;

class Part4ActivationsTest {
    @Requirement("ANN-4.1")
    void gradientOfTheSigmoidDecreasesWithDepth(
            Experiments experiments, CourseSettings settings, Solutions solutions, Evidence evidence) {
        Optional<HandedInActivations> handedIn =
                solutions.results(HandedInActivations.PART).map(HandedInActivations::new);
        if (handedIn.isPresent()) {
            Optional<Figure> reference =
                    experiments.kept(new ActivationComparison()).map(kept -> new ActivationFigure(kept).figure());
            handedIn.get().show(evidence, new ReferenceCurves("ANN-4.1", reference, settings));
            handedIn.get().check(evidence);
            evidence.assertChecks();
            return;
        }
        ActivationComparison.Result result = experiments.run(new ActivationComparison());
        ActivationPage page = new ActivationPage(result);
        page.show(evidence);
        page.attach(evidence, new ResultFiles(settings.results(), "ann"));

        for (Pair pair : result.pairs()) {
            int points = pair.relu().plan().points(result.data().training().count());
            assertThat(pair.relu().meanCurves().of(Curve.FIRST_LAYER_GRADIENT))
                    .as("%s with ReLU: a gradient at every recorded step", pair.name())
                    .hasSize(points)
                    .doesNotContain(0);
            assertThat(pair.sigmoid().meanCurves().of(Curve.FIRST_LAYER_GRADIENT))
                    .as("%s with the sigmoid", pair.name())
                    .hasSize(points);
        }
        page.check(evidence);
        evidence.assertChecks();
    }

    @Requirement("ANN-4.2")
    void gradientsVanishWithDepthAndUnscaledInputsSaturate(Experiments experiments, Evidence evidence) {
        VanishingGradientPage page = new VanishingGradientPage(
                experiments.run(new ActivationComparison()), experiments.run(new InputRangeComparison()));
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
    }
}
