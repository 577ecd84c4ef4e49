package org.dlcourse.homework.ann.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.architectures.FirstLayerStructure.Smoothness;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
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
                EvidenceKind.STATISTICAL,
                "the highest of the perceptrons' best test accuracies; the handout compares the best of the repeats");
        if (result.isSynthetic()) {
            evidence.check(
                    "highest test accuracy of all",
                    result.best().bestTestAccuracy(),
                    Bound.below(.95),
                    EvidenceKind.STATISTICAL,
                    "the stand-in must leave every network room, or it would prove nothing");
        }
        control(experiments.run(new PermutedLabels()), settings.seed(), evidence);
        if (settings.scale() == Scale.FULL) {
            for (Repeats repeats : result.architectures()) {
                AccuracyBand band = AccuracyBand.of(repeats.architecture());
                evidence.check(
                        "best test accuracy of " + repeats.architecture().name(),
                        repeats.bestTestAccuracy(),
                        Bound.between(band.lower(), band.upper()),
                        EvidenceKind.STATISTICAL,
                        band.source());
                evidence.check(
                        "mean test accuracy of " + repeats.architecture().name() + ", " + repeats.testAccuracy(),
                        repeats.testAccuracy().mean(),
                        Bound.between(band.lower(), band.upper()),
                        EvidenceKind.STATISTICAL,
                        "the same band, for the mean of the repeats with its 95 % confidence interval");
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

    private static void control(PermutedLabels.Result result, long seed, Evidence evidence) {
        ChanceLevel.Interval chance = result.chance(seed);
        evidence.data(result.data().description());
        evidence.check(
                "control: mean test accuracy of mlp_1 trained with permuted labels",
                result.accuracy(),
                Bound.between(chance.lower(), chance.upper()),
                EvidenceKind.STATISTICAL,
                "chance: where all but one in a thousand lie when the names of the classes are exchanged at random in the"
                        + " networks' answers");
    }

    @Requirement("ANN-3.2")
    void structureDecidesMoreThanTheNumberOfParameters(Experiments experiments, Evidence evidence) {
        ArchitectureComparison.Result result = experiments.run(new ArchitectureComparison());
        GeneralisationAnswers answers = new GeneralisationAnswers(result);
        FirstLayerAnswers firstLayers = new FirstLayerAnswers(result);
        evidence.data(result.data().description());
        evidence.answer(
                "What is the generalisation performance of a classifier?",
                "How well it does on examples that it has not learnt from, drawn as the others were: its expected accuracy on"
                        + " new data, estimated by the accuracy on a test set that had no part in any choice.");
        evidence.answer(
                "Which plots show it?",
                "Those with images that the network does not learn from: validation accuracy along the training, test against"
                        + " training accuracy, and validation against training accuracy. The distance from the diagonal"
                        + " is what does not carry over. The training loss alone shows nothing of it.");
        evidence.answer("How do the architectures generalise?", answers.comparison());
        evidence.answer("What does the number of parameters do?", answers.parameters());
        evidence.answer("What does depth do?", answers.depth());
        evidence.answer("Are the weights interpretable?", firstLayers.interpretable());
        evidence.answer("Are units specialised to classes?", firstLayers.specialised());
        evidence.answer("Which architecture's weights are more interpretable?", firstLayers.mostInterpretable());
        evidence.answer("Which structures are akin, and how do they compare?", answers.structures());
        evidence.answer("Which architecture would one pick?", answers.choice());
        evidence.figure(new SizeFigure(result).figure());
        evidence.table(answers.table());
        evidence.figure(new ComparisonFigure(result).figure());
        for (boolean convolutional : new boolean[] {false, true}) {
            evidence.figure(new FirstLayerFigure(bestOf(result, convolutional), result.circumstances()).figure());
        }
        Repeats smallest =
                extreme(result, Comparator.comparing(r -> r.architecture().parameterCount()));
        Repeats largest = extreme(
                result,
                Comparator.comparing((Repeats r) -> r.architecture().parameterCount())
                        .reversed());
        evidence.check(
                "best test accuracy of " + smallest.architecture().name() + ", which has the fewest parameters",
                smallest.bestTestAccuracy(),
                Bound.above(largest.bestTestAccuracy()),
                EvidenceKind.STATISTICAL,
                "that of " + largest.architecture().name() + ", which has the most");
        for (Repeats repeats : result.architectures()) {
            if (!repeats.architecture().isConvolutional()) {
                Smoothness smoothness = FirstLayerStructure.of(repeats).smoothness();
                evidence.check(
                        "correlation of neighbouring first-layer weights of "
                                + repeats.architecture().name(),
                        smoothness.correlation(),
                        Bound.above(FirstLayerAnswers.STANDARD_ERRORS * smoothness.standardError()),
                        EvidenceKind.STATISTICAL,
                        "four standard errors of that of noise: what can be seen in the pictures was learnt");
            }
        }

        evidence.assertChecks();
    }

    private static Repeats bestOf(ArchitectureComparison.Result result, boolean convolutional) {
        return result.family(convolutional).stream()
                .max(Comparator.comparing(Repeats::bestTestAccuracy))
                .orElseThrow();
    }

    private static Repeats extreme(ArchitectureComparison.Result result, Comparator<Repeats> order) {
        return result.architectures().stream().min(order).orElseThrow();
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
