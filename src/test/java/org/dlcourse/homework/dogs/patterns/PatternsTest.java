package org.dlcourse.homework.dogs.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.homework.data.OrientationPatterns;
import org.dlcourse.homework.dogs.patterns.PatternNetworks.Kernels;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.report.Requirement;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

class PatternsTest {
    @Requirement("DOGS-10")
    void orientationTellsTheClassesApartAndPositionDoesNot(Experiments experiments, Evidence evidence) {
        Patterns.Prepared patterns = experiments.run(new Patterns());
        int count = patterns.all().images().count();
        double position = PositionClassifier.of(patterns.all()).accuracy();
        double upper = ChanceLevel.upperEnd(2, count / 2);
        evidence.data(patterns.data().description());
        evidence.answer(
                "What do the images of a class share, and what differs?",
                "The orientation of their edges is the same, level in one class and upright in the other; where the pattern is,"
                        + " its length and its contrast differ from image to image.");
        evidence.answer(
                "What must a classifier rely on?",
                String.format(
                        Locale.ROOT,
                        "On orientation, wherever it finds it. Position says nothing: each position has as many patterns of one class"
                                + " as of the other, and a classifier that knows the positions and nothing else classifies %.3f"
                                + " right.",
                        position));
        evidence.figure(PatternFigures.examples(patterns));
        evidence.check(
                "accuracy from the position alone",
                position,
                Bound.between(1 - upper, upper),
                EvidenceKind.STATISTICAL,
                "three standard errors about chance on " + count / 2 + " images");
        evidence.check(
                "control: accuracy from the position alone if one class lay below the other",
                new PositionClassifier(
                                patterns.all().images().labels(),
                                lowered(patterns.all()),
                                patterns.all().columns())
                        .accuracy(),
                Bound.above(ChanceLevel.upperEnd(2, count / 2)),
                EvidenceKind.STATISTICAL,
                "three standard errors above chance: a position that tells something would be seen");
        evidence.check(
                "control: accuracy from the changes between neighbouring pixels, down against across",
                new EdgeClassifier(patterns.all().images()).accuracy(),
                Bound.above(.99),
                EvidenceKind.STATISTICAL,
                "orientation tells the classes apart, without any training");
        evidence.assertChecks();
    }

    @Requirement("DOGS-11")
    void firstKernelsOfEveryRepeatAreShownAndMeasured(Experiments experiments, Evidence evidence) {
        PatternNetworks.Result result = experiments.run(new PatternNetworks());
        PatternAnswers answers = new PatternAnswers(result);
        evidence.data(result.patterns().data().description());
        evidence.answer("Do the kernels show a pattern?", answers.kernels());
        evidence.answer("What has it to do with the classification?", answers.performance());
        evidence.figure(PatternFigures.kernels(result));
        evidence.figure(PatternFigures.curves(result));
        evidence.table(PatternFigures.orientations(result));
        evidence.check(
                "kernels shown",
                result.kernels().stream()
                        .mapToInt(kernels -> kernels.after().length)
                        .sum(),
                Bound.exactly(2.0 * result.repeats().runs().size()),
                EvidenceKind.EXACT,
                "two of every repeat");
        evidence.check(
                "kernels that training left as they were",
                result.kernels().stream().mapToLong(PatternsTest::unchanged).sum(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "the pictures after training must be those of the trained network; a kernel whose unit is dead would stay");
        for (Kernels kernels : result.kernels()) {
            double[] losses = kernels.run().result().curves().of(Curve.MEAN_TRAINING_LOSS);
            evidence.check(
                    "training loss of seed " + kernels.run().request().seed() + ", last epoch less first",
                    losses[losses.length - 1] - losses[0],
                    Bound.below(0),
                    EvidenceKind.STATISTICAL,
                    "something is learnt, however little");
        }
        if (result.scale() == Scale.FULL) {
            evidence.check(
                    "best test accuracy of the repeats",
                    result.repeats().bestTestAccuracy(),
                    Bound.above(ChanceLevel.upperEnd(
                            2, result.patterns().data().test().count())),
                    EvidenceKind.STATISTICAL,
                    "three standard errors above chance");
        }
        evidence.assertChecks();
    }

    private static int[] lowered(OrientationPatterns patterns) {
        int[] rows = patterns.rows().clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] += patterns.images().labels()[i] * patterns.images().height();
        }
        return rows;
    }

    private static long unchanged(Kernels kernels) {
        return List.of(0, 1).stream()
                .filter(filter -> Arrays.equals(kernels.before()[filter], kernels.after()[filter]))
                .count();
    }
}
