package org.dlcourse.homework.ann.learningrates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.training.Curve;
import org.dlcourse.training.LearningCurves;

/**
 * The validation accuracies of the runs with the schedule and of the runs of the same seeds with the constant first learning rate.
 *
 * @param afterSwitch mean over the epoch after the first switch
 * @param atEnd mean over the last epoch of the constant run
 */
record ScheduleGain(SeedComparison afterSwitch, SeedComparison atEnd) {
    /** The gains of all runs that switched at least an epoch before the end of the constant run; empty if there are none. */
    static Optional<ScheduleGain> of(LearningRateComparison.Result result) {
        Values scheduled = new Values("the schedule");
        Values unchanged = new Values("the constant learning rate");
        int points = result.pointsPerEpoch();
        Repeats switched = result.switchedRuns();
        Repeats constantRuns =
                LearningRateComparison.sameSeeds(result.constant().get(0), switched);
        for (int i = 0; i < switched.runs().size(); i++) {
            LearningCurves constant = constantRuns.runs().get(i).result().curves();
            int step = switched.runs().get(i).result().rateChanges().get(0).afterStep();
            LearningCurves curves = switched.runs().get(i).result().curves();
            int next = (int) IntStream.of(curves.steps())
                    .filter(recorded -> recorded <= step)
                    .count();
            int end = constant.steps().length;
            if (next + points <= end) {
                long seed = switched.runs().get(i).request().seed();
                scheduled.add(seed, curves, next, end, points);
                unchanged.add(seed, constant, next, end, points);
            }
        }
        if (scheduled.seeds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScheduleGain(
                new SeedComparison(
                        "validation accuracy in the epoch after the switch",
                        scheduled.afterSwitch(),
                        unchanged.afterSwitch()),
                new SeedComparison(
                        "validation accuracy in the last epoch of the constant run",
                        scheduled.atEnd(),
                        unchanged.atEnd())));
    }

    /** How many runs are compared. */
    int runs() {
        return atEnd.higher().seeds().size();
    }

    /** Two numbers of each run of one kind. */
    private static final class Values {
        private final String name;
        private final List<Long> seeds = new ArrayList<>();
        private final List<Double> afterSwitch = new ArrayList<>();
        private final List<Double> atEnd = new ArrayList<>();

        Values(String name) {
            this.name = name;
        }

        void add(long seed, LearningCurves curves, int next, int end, int points) {
            seeds.add(seed);
            afterSwitch.add(curves.mean(Curve.VALIDATION_ACCURACY, next, next + points));
            atEnd.add(curves.mean(Curve.VALIDATION_ACCURACY, end - points, end));
        }

        SeedSample afterSwitch() {
            return sample(afterSwitch);
        }

        SeedSample atEnd() {
            return sample(atEnd);
        }

        private SeedSample sample(List<Double> values) {
            return new SeedSample(
                    name,
                    seeds,
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
