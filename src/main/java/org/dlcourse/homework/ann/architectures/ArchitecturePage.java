package org.dlcourse.homework.ann.architectures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.homework.ann.HandedInPart;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on the performance of the five architectures.
 *
 * @param result of the comparison
 * @param control the same training with permuted labels
 * @param seed of the control's interval of chance
 */
record ArchitecturePage(ArchitectureComparison.Result result, PermutedLabels.Result control, long seed) {
    void show(Evidence evidence) {
        ComparisonSummary summary = new ComparisonSummary(result);
        evidence.conclusion(String.format(
                Locale.ROOT,
                "In %d of %d pairs with equal seeds the convolutional network is more accurate than the perceptron. %s",
                result.pairs() - result.notMoreAccurate(),
                result.pairs(),
                result.families().sentence()));
        evidence.data(result.data().description());
        evidence.data(control.data().description());
        if (result.scale() == Scale.QUICK) {
            evidence.answer(
                    "Quick scale",
                    "He initialisation in place of PyTorch's initial weights, batches of 16 in place of 50, and fewer images"
                            + " and epochs: with PyTorch's initial weights the loss of the deepest network begins to fall after some 500 steps, or not"
                            + " at all.");
        }
        evidence.answer("Result", summary.conclusion());
        evidence.figure(new ComparisonFigure(result).figure());
        evidence.figure(points());
        evidence.table(summary.table());
        evidence.table(summary.layers());
        for (Repeats repeats : result.architectures()) {
            evidence.figure(FirstLayerFigure.ofBest(repeats, result.caption()).figure());
        }
    }

    private Figure points() {
        SeedPoints points = new SeedPoints(
                "test accuracy",
                result.architectures().stream()
                        .map(repeats -> SeedSample.of(repeats.architecture().name(), repeats.runs(), run -> run.result()
                                .testAccuracy()))
                        .toList(),
                List.of(Marker.atY(.1, "guessing")));
        return points.figure(
                "Test accuracy of every seed",
                "One point per run, in the order of the seeds, and a line at the mean. " + result.caption());
    }

    /** Writes the handout's result files and attaches them. */
    void attach(Evidence evidence, ResultFiles files) {
        for (Repeats repeats : result.architectures()) {
            Part3File file = new Part3File(repeats);
            evidence.file(files.write(file.name(), file.content()));
        }
    }

    void check(Evidence evidence) {
        checkControl(evidence);
        if (result.areTooFewImages()) {
            evidence.shownAtFullScaleOnly(String.format(
                    Locale.ROOT,
                    "%d epochs of %,d real images are too few: the deepest network stays near chance. The full scale has %d"
                            + " epochs of 45,000.",
                    result.plan().epochs(),
                    result.data().training().count(),
                    ArchitectureComparison.plan(GrayCifarArchitectures.all().get(0), Scale.FULL)
                            .epochs()));
        }
        evidence.criterion(HandedInPart.COMPLETE, () -> checkCurves(evidence));
        evidence.criterion(HandedInArchitectures.FIRST_LAYER, () -> checkFirstLayers(evidence));
        evidence.criterion(HandedInArchitectures.COMPARED, () -> checkFamilies(evidence));
        evidence.criterion(HandedInArchitectures.ACCURACIES, () -> checkAccuracies(evidence));
    }

    private void checkCurves(Evidence evidence) {
        int points = result.plan().points(result.data().training().count());
        evidence.check(
                "runs without a point at every recorded step",
                runs().filter(run -> run.result().curves().steps().length != points)
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                String.format(
                        Locale.ROOT,
                        "%,d points, which follow from the epochs, the batch size and the recorded steps",
                        points));
    }

    private void checkFirstLayers(Evidence evidence) {
        evidence.check(
                "runs whose first-layer weights have a wrong shape",
                runs().filter(run -> !Arrays.equals(
                                run.result().firstLayerWeights().shape(),
                                HandedInArchitectures.firstLayer(
                                        run.request().plan().architecture())))
                        .count(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the handout's layers, on images of 32 x 32 gray values");
    }

    private Stream<Run> runs() {
        return result.architectures().stream().flatMap(repeats -> repeats.runs().stream());
    }

    private void checkFamilies(Evidence evidence) {
        evidence.check(
                "lowest of the convolutional networks' best test accuracies",
                result.worstConvolutionalNetwork().bestTestAccuracy(),
                Bound.above(
                        ArchitectureComparison.Result.best(result.perceptrons()).bestTestAccuracy()),
                EvidenceKind.STATISTICAL,
                "the highest of the perceptrons' best test accuracies; the handout compares the best of the repeats");
        if (result.scale() == Scale.QUICK || result.families().differences().length >= SeedComparison.FEWEST_SEEDS) {
            result.families().check(evidence);
            evidence.check(
                    "pairs with equal seeds in which the convolutional network is not more accurate than the perceptron, of "
                            + result.pairs(),
                    result.notMoreAccurate(),
                    Bound.exactly(0),
                    EvidenceKind.STATISTICAL,
                    "the requirement: every convolutional network is more accurate than every perceptron, here for every seed");
        }
    }

    private void checkAccuracies(Evidence evidence) {
        if (result.isSynthetic()) {
            evidence.check(
                    "highest test accuracy of all networks",
                    result.best().bestTestAccuracy(),
                    Bound.below(0.95),
                    EvidenceKind.STATISTICAL,
                    "synthetic images that every network classifies correctly would not distinguish the architectures");
        }
        if (result.scale() == Scale.FULL) {
            result.architectures().forEach(repeats -> checkBand(evidence, repeats));
        }
    }

    private void checkControl(Evidence evidence) {
        ChanceLevel.Interval chance = control.chance(seed);
        evidence.check(
                "control: mean test accuracy of mlp_1 trained with permuted labels",
                control.accuracy(),
                Bound.between(chance.lower(), chance.upper()),
                EvidenceKind.STATISTICAL,
                "chance: if the predicted classes are renamed at random, 99.9 % of the accuracies lie in this interval");
    }

    private static void checkBand(Evidence evidence, Repeats repeats) {
        AccuracyBand band = AccuracyBand.of(repeats.architecture());
        String name = repeats.architecture().name();
        evidence.check(
                "best test accuracy of " + name,
                repeats.bestTestAccuracy(),
                Bound.between(band.lower(), band.upper()),
                EvidenceKind.STATISTICAL,
                band.source());
        evidence.check(
                "mean test accuracy of " + name + ", " + repeats.testAccuracy(),
                repeats.testAccuracy().mean(),
                Bound.between(band.lower(), band.upper()),
                EvidenceKind.STATISTICAL,
                "the same band, for the mean of the repeats with its 95 % confidence interval");
    }
}
