package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * The validation accuracy of a run with the schedule minus that of the run of the same seed with the constant first learning rate.
 *
 * @param afterSwitch mean over the epoch after the first switch
 * @param atEnd mean over the last epoch of the constant run
 */
record ScheduleGain(double afterSwitch, double atEnd) {
    /** The gains of all runs that switched at least an epoch before the end of the constant run. */
    static List<ScheduleGain> of(LearningRateComparison.Result result) {
        List<ScheduleGain> gains = new ArrayList<>();
        int points = result.pointsPerEpoch();
        Repeats switched = result.switchedRuns();
        Repeats constantRuns =
                LearningRateComparison.sameSeeds(result.constant().get(0), switched);
        for (int i = 0; i < switched.runs().size(); i++) {
            LearningCurves curves = switched.runs().get(i).result().curves();
            LearningCurves constant = constantRuns.runs().get(i).result().curves();
            int step = switched.runs().get(i).result().rateChanges().get(0).afterStep();
            int next = (int) IntStream.of(curves.steps())
                    .filter(recorded -> recorded <= step)
                    .count();
            int end = constant.steps().length;
            if (next + points <= end) {
                gains.add(new ScheduleGain(
                        difference(curves, constant, next, next + points),
                        difference(curves, constant, end - points, end)));
            }
        }
        return gains;
    }

    private static double difference(LearningCurves curves, LearningCurves constant, int from, int to) {
        return curves.mean(Curve.VALIDATION_ACCURACY, from, to) - constant.mean(Curve.VALIDATION_ACCURACY, from, to);
    }
}
