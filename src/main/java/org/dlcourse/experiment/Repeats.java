package org.dlcourse.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.training.LearningCurves;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingResult;

/**
 * All runs of one plan.
 *
 * @param plan what was trained, and how
 * @param runs one a repeat, each with its own seed
 */
public record Repeats(TrainingPlan plan, List<Run> runs) {
    /** The network of the plan. */
    public Architecture architecture() {
        return plan.architecture();
    }

    /** The run with the best test accuracy, the first of equal ones. */
    public Run best() {
        return runs.stream()
                .max(Comparator.comparingDouble((Run run) -> run.result().testAccuracy())
                        .thenComparing(run -> -run.request().seed()))
                .orElseThrow();
    }

    /** The best test accuracy among the repeats. */
    public double bestTestAccuracy() {
        return best().result().testAccuracy();
    }

    /** Of the trained networks on the test set. */
    public MeanInterval testAccuracy() {
        return mean(TrainingResult::testAccuracy);
    }

    /** Of the trained networks on the validation set. */
    public MeanInterval validationAccuracy() {
        return mean(TrainingResult::validationAccuracy);
    }

    /** Of the trained networks on the whole training set. */
    public MeanInterval trainingAccuracy() {
        return mean(TrainingResult::trainingAccuracy);
    }

    /** Mean wall time of a run in seconds. */
    public double seconds() {
        return runs.stream()
                .mapToDouble(run -> run.provenance().seconds())
                .average()
                .orElseThrow();
    }

    /** The mean of the curves, point by point. */
    public LearningCurves meanCurves() {
        return LearningCurves.mean(
                runs.stream().map(run -> run.result().curves()).toList());
    }

    /** The mean of a number of each run's curves. */
    public MeanInterval meanOfCurves(ToDoubleFunction<LearningCurves> value) {
        return mean(result -> value.applyAsDouble(result.curves()));
    }

    /** The mean of a number of each run. */
    public MeanInterval mean(ToDoubleFunction<TrainingResult> value) {
        return MeanInterval.of(runs.stream().map(Run::result).mapToDouble(value).toArray());
    }
}
