package org.dlcourse.homework.ann;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.ArchitectureComparison.Repeats;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

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
                String.format(java.util.Locale.ROOT, "> %.3f", bestPerceptron),
                Exactness.STATISTICAL,
                "the highest of the perceptrons' best test accuracies; the handout compares the best of the repeats");
        if (result.isSynthetic()) {
            evidence.check(
                    "highest test accuracy of all",
                    result.best().bestTestAccuracy(),
                    "< 0.95",
                    Exactness.STATISTICAL,
                    "the stand-in must leave every network room, or it would prove nothing");
        }
        if (settings.scale() == Scale.FULL) {
            for (Repeats repeats : result.architectures()) {
                AccuracyBand band = AccuracyBand.of(repeats.architecture());
                evidence.check(
                        "best test accuracy of " + repeats.architecture().name(),
                        repeats.bestTestAccuracy(),
                        band.toString(),
                        Exactness.STATISTICAL,
                        band.source());
            }
        }

        for (Repeats repeats : result.architectures()) {
            assertThat(repeats.runs()).as(repeats.architecture().name()).allSatisfy(Part3ArchitecturesTest::isComplete);
        }
        assertThat(worstConvolutional)
                .as("lowest of the convolutional networks' best test accuracies, against the best perceptron's")
                .isGreaterThan(bestPerceptron);
        if (result.isSynthetic()) {
            assertThat(result.best().bestTestAccuracy())
                    .as("best test accuracy on the stand-in")
                    .isLessThan(.95);
        }
        if (settings.scale() == Scale.FULL) {
            for (Repeats repeats : result.architectures()) {
                AccuracyBand band = AccuracyBand.of(repeats.architecture());
                assertThat(repeats.bestTestAccuracy())
                        .as("best test accuracy of " + repeats.architecture().name() + "; " + band.source())
                        .isBetween(band.lower(), band.upper());
            }
        }
    }

    /** Every tenth step has its point, and what the first layer learnt is there in full. */
    private static void isComplete(Run run) {
        var plan = run.request().plan();
        int points = run.result().curves().steps().length;
        List<double[]> curves = List.of(
                run.result().curves().trainingLoss(),
                run.result().curves().trainingAccuracy(),
                run.result().curves().validationAccuracy());
        assertThat(run.result().curves().steps()[points - 1])
                .as("last recorded step")
                .isEqualTo(points * plan.recordEvery());
        assertThat(curves).as("curves").allSatisfy(curve -> assertThat(curve).hasSize(points));
        assertThat(run.result().firstLayerWeights().units())
                .as("units of the first layer")
                .isEqualTo(plan.architecture().table().get(0).output().channels());
    }
}
