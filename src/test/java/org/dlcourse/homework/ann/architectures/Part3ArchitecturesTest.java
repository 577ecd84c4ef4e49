package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Figure;
import org.dlcourse.grading.Solutions;
import org.dlcourse.homework.ann.ReferenceCurves;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingPlan;

class Part3ArchitecturesTest {
    @Requirement("ANN-3.1")
    void convolutionalNetworksBeatPerceptrons(
            Experiments experiments, CourseSettings settings, Solutions solutions, Evidence evidence) {
        Optional<HandedInArchitectures> handedIn =
                solutions.results(HandedInArchitectures.PART).map(HandedInArchitectures::new);
        if (handedIn.isPresent()) {
            Optional<Figure> reference =
                    experiments.kept(new ArchitectureComparison()).map(kept -> new ComparisonFigure(kept).figure());
            handedIn.get().show(evidence, new ReferenceCurves("ANN-3.1", reference, settings));
            handedIn.get().check(evidence);
            evidence.assertChecks();
            return;
        }
        ArchitectureComparison.Result result = experiments.run(new ArchitectureComparison());
        ArchitecturePage page = new ArchitecturePage(result, experiments.run(new PermutedLabels()), settings.seed());
        page.show(evidence);
        page.attach(evidence, new ResultFiles(settings.results(), "ann"));

        for (Repeats repeats : result.architectures()) {
            assertThat(repeats.runs())
                    .as(repeats.architecture().name())
                    .allSatisfy(run -> isComplete(run, result.data().training().count()));
        }
        if (settings.scale() == Scale.FULL) {
            assertThat(result.best().runs().get(0).result().curves().steps())
                    .as("points of a curve, the handout's number")
                    .hasSize(1_350);
        }
        page.check(evidence);
        evidence.assertChecks();
    }

    /** Every recorded step has its point, and the first layer's weights are stored in full. */
    private static void isComplete(Run run, int trainingImages) {
        TrainingPlan plan = run.request().plan();
        LearningCurves curves = run.result().curves();
        int points = plan.points(trainingImages);
        assertThat(curves.steps())
                .as("recorded steps")
                .hasSize(points)
                .startsWith(plan.recording().everySteps());
        assertThat(curves.steps()[points - 1])
                .as("last recorded step")
                .isEqualTo(points * plan.recording().everySteps());
        assertThat(curves.values())
                .containsOnlyKeys(Curve.TRAINING_LOSS, Curve.TRAINING_ACCURACY, Curve.VALIDATION_ACCURACY);
        assertThat(curves.values().values()).as("curves").allSatisfy(curve -> assertThat(curve)
                .hasSize(points));
        LayerSpec first = plan.architecture().layers().get(0);
        int[] shape = first instanceof Convolution convolution
                ? new int[] {convolution.filters(), 1, convolution.kernelHeight(), convolution.kernelWidth()}
                : new int[] {32, 1024};
        assertThat(run.result().firstLayerWeights().shape()).as("first layer").isEqualTo(shape);
    }

    @Requirement("ANN-3.2")
    void structureMattersMoreThanTheNumberOfParameters(Experiments experiments, Evidence evidence) {
        GeneralisationPage page = new GeneralisationPage(experiments.run(new ArchitectureComparison()));
        page.show(evidence);
        page.check(evidence);

        evidence.assertChecks();
    }
}
