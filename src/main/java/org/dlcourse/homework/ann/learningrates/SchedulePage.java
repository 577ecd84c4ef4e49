package org.dlcourse.homework.ann.learningrates;

import java.util.Locale;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.kit.RepeatedRun;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;
import org.dlcourse.settings.Scale;

/**
 * The page on the schedule of learning rates.
 *
 * @param result of the comparison of learning rates
 * @param adam runs of the same architecture and data with Adam
 * @param control the effect of a switch itself
 */
record SchedulePage(LearningRateComparison.Result result, Repeats adam, SwitchControl.Result control) {
    private static final double ADAM_TOLERANCE = 0.02;

    void show(Evidence evidence) {
        ScheduleFigure figure = new ScheduleFigure(result);
        evidence.conclusion(new ScheduleAnswers(result, adam).conclusion());
        evidence.data(result.data().description());
        evidence.answer(
                "When does the learning rate change?",
                String.format(
                        Locale.ROOT,
                        "It is 0.1 at first, then 0.01, then 0.001. It changes by a rule and not by eye. An epoch counts as a rise if its"
                                + " mean validation accuracy is at least %s above that of the last rise; for each learning rate the"
                                + " first epoch is a rise. After %d epochs in a row without a rise the learning rate changes.",
                        result.plateauRule().leastRise(),
                        result.plateauRule().patience()));
        evidence.answer("Result", new ScheduleAnswers(result, adam).comparisonWithAdam());
        evidence.figure(new TestAccuracyFigure(result, adam).figure());
        evidence.figure(figure.figure());
        evidence.table(new OptimiserTable(result, adam).table());
        evidence.table(figure.switches());
    }

    void check(Evidence evidence) {
        RepeatedRun repetition = RepeatedRun.ofProcess();
        repetition.checkBits(
                evidence,
                "points before the first switch that differ from the run with the constant learning rate 0.1",
                result.differencesBeforeTheSwitch(),
                "the same seed, so the same training to the bit until the learning rate changes");
        repetition.checkBits(
                evidence,
                "weights and losses that change by " + control.switches()
                        + " switches to the same learning rate, in mlp_1",
                control.differences(),
                "a switch changes the learning rate and nothing else: the run equals one without a switch to the bit");
        evidence.check(
                "runs that switched at least once, of "
                        + result.scheduled().runs().size(),
                result.switchedRuns().runs().size(),
                Bound.above(0),
                EvidenceKind.STATISTICAL,
                "without a switch the schedule would not be tested");
        checkTestAccuracy(evidence, result, adam);
    }

    /** Checks that the schedule's test accuracy is at most a stated margin below Adam's. */
    static void checkTestAccuracy(Evidence evidence, LearningRateComparison.Result result, Repeats adam) {
        int images = result.data().test().count();
        double margin = result.scale() == Scale.FULL ? ADAM_TOLERANCE : ADAM_TOLERANCE + 2 * Math.sqrt(0.5 / images);
        evidence.keyCheck(
                "test accuracy with the schedule, " + result.scheduled().testAccuracy(),
                result.scheduled().testAccuracy().mean(),
                Bound.atLeast(adam.testAccuracy().mean() - margin),
                EvidenceKind.STATISTICAL,
                result.scale() == Scale.FULL
                        ? "Adam's, " + adam.testAccuracy() + ", minus " + ADAM_TOLERANCE
                                + " (published: 0.649 with the schedule, 0.633 with Adam)"
                        : String.format(
                                Locale.ROOT,
                                "Adam's, %s, minus %.3f: the handout's %.2f and two standard errors of a difference of accuracies"
                                        + " on %,d images",
                                adam.testAccuracy(),
                                margin,
                                ADAM_TOLERANCE,
                                images));
    }
}
