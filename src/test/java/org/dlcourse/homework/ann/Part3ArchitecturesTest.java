package org.dlcourse.homework.ann;

import static org.assertj.core.api.Assertions.assertThat;

import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.experiment.Run;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingPlan;

class Part3ArchitecturesTest {
    @Requirement("ANN-3.1")
    void convolutionalNetworksBeatPerceptrons(Experiments experiments, CourseSettings settings, Evidence evidence) {
        ArchitectureComparison.Result result = experiments.run(new ArchitectureComparison());
        ComparisonSummary summary = new ComparisonSummary(result);
        evidence.data(result.data().description());
        evidence.answer("What came out", summary.conclusion());
        evidence.figure(new ComparisonFigure(result).figure());
        evidence.table(summary.table());
        evidence.table(summary.layers());
        ResultFiles files = new ResultFiles(settings.results(), "ann");
        for (Repeats repeats : result.architectures()) {
            evidence.figure(new FirstLayerFigure(repeats, result.circumstances()).figure());
            Part3File file = new Part3File(repeats);
            evidence.file(files.write(file.name(), file.content()));
        }
        double worstConvolutional = result.lowestConvolutional();
        double bestPerceptron = result.highestPerceptron();
        evidence.check(
                "lowest of the convolutional networks' best test accuracies",
                worstConvolutional,
                Bound.above(bestPerceptron),
                Exactness.STATISTICAL,
                "the highest of the perceptrons' best test accuracies; the handout compares the best of the repeats");
        if (result.isSynthetic()) {
            evidence.check(
                    "highest test accuracy of all",
                    result.best().bestTestAccuracy(),
                    Bound.below(.95),
                    Exactness.STATISTICAL,
                    "the stand-in must leave every network room, or it would prove nothing");
        }
        if (settings.scale() == Scale.FULL) {
            for (Repeats repeats : result.architectures()) {
                AccuracyBand band = AccuracyBand.of(repeats.architecture());
                evidence.check(
                        "best test accuracy of " + repeats.architecture().name(),
                        repeats.bestTestAccuracy(),
                        Bound.between(band.lower(), band.upper()),
                        Exactness.STATISTICAL,
                        band.source());
            }
        }

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
        evidence.assertChecks();
    }

    /** Every recorded step has its point, and what the first layer learnt is there in full. */
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
}
