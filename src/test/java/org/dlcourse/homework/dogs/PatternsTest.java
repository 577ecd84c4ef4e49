package org.dlcourse.homework.dogs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Experiments;
import org.dlcourse.homework.dogs.PatternNetworks.Kernels;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;

class PatternsTest {
    @Requirement("DOGS-10")
    void orientationTellsTheClassesApartAndPositionDoesNot(Experiments experiments, Evidence evidence) {
        Patterns.Prepared patterns = experiments.run(new Patterns());
        PatternNetworks.Result networks = experiments.run(new PatternNetworks());
        int count = patterns.all().images().count();
        double position = new PositionClassifier(patterns.all()).accuracy();
        double error = Math.sqrt(.25 / (count / 2.0));
        evidence.data(patterns.data().description());
        evidence.answer(
                "What do the images of a class share, and what differs?",
                "The orientation of their edges is the same, level in one class and upright in the other; where the pattern is,"
                        + " its length and its contrast differ from image to image.");
        evidence.answer(
                "What must a classifier rely on?",
                String.format(
                        Locale.ROOT,
                        "On orientation, wherever it finds it. Position says nothing: a classifier that knows the position of every"
                                + " pattern and nothing else classifies %.3f right.",
                        position));
        evidence.figure(PatternFigures.examples(patterns));
        evidence.check(
                "accuracy from the position alone",
                position,
                Bound.between(.5 - 3 * error, .5 + 3 * error),
                Exactness.STATISTICAL,
                "three standard errors about chance on " + count / 2 + " images");
        evidence.check(
                "control: best test accuracy of a network that sees the images",
                networks.repeats().bestTestAccuracy(),
                Bound.above(.5 + 3 * Math.sqrt(.25 / patterns.data().test().count())),
                Exactness.STATISTICAL,
                "three standard errors above chance: the classes can be told apart");
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
                Exactness.EXACT,
                "two of every repeat");
        evidence.check(
                "kernels that training left as they were",
                result.kernels().stream().mapToLong(PatternsTest::unchanged).sum(),
                Bound.exactly(0),
                Exactness.EXACT,
                "the pictures after training must be those of the trained network; a kernel whose unit is dead would stay");
        evidence.check(
                "best test accuracy of the repeats",
                result.repeats().bestTestAccuracy(),
                Bound.above(
                        .5 + 3 * Math.sqrt(.25 / result.patterns().data().test().count())),
                Exactness.STATISTICAL,
                "three standard errors above chance");
        evidence.assertChecks();
    }

    private static long unchanged(Kernels kernels) {
        return List.of(0, 1).stream()
                .filter(filter -> Arrays.equals(kernels.before()[filter], kernels.after()[filter]))
                .count();
    }
}
