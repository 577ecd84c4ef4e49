package org.dlcourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The learning rate of one run, as its plan's schedule changes it. */
final class ScheduledLearningRate {
    private final Schedule schedule;
    private final List<Double> epochMeans = new ArrayList<>();
    private final List<LearningRateChange> changes = new ArrayList<>();
    private final double planned;
    private final int steps;
    private double current;

    ScheduledLearningRate(TrainingPlan plan, int steps) {
        this.schedule = plan.schedule();
        this.planned = plan.optimiser().learningRate();
        this.steps = steps;
        this.current = planned;
    }

    double current() {
        return current;
    }

    List<LearningRateChange> changes() {
        return List.copyOf(changes);
    }

    /** The learning rate of a step, if the schedule has one for each; these are not kept as changes. */
    OptionalDouble stepBegins(int step) {
        if (schedule instanceof Schedule.WarmUpCosine cosine) {
            current = planned * cosine.fraction(step, steps);
            return OptionalDouble.of(current);
        }
        return OptionalDouble.empty();
    }

    /**
     * Takes note of the end of an epoch.
     *
     * @param step the epoch's last step
     * @param validationAccuracy mean over the epoch's points, if there were any
     * @return the new learning rate, if it changes here
     */
    OptionalDouble epochEnded(int step, OptionalDouble validationAccuracy) {
        if (schedule instanceof Schedule.Decay decay) {
            return changeTo(current * decay.factor(), step);
        }
        if (schedule instanceof Schedule.OnPlateau onPlateau
                && validationAccuracy.isPresent()
                && changes.size() < onPlateau.nextRates().size()) {
            epochMeans.add(validationAccuracy.getAsDouble());
            if (onPlateau.rule().isFlat(epochMeans)) {
                epochMeans.clear();
                return changeTo(onPlateau.nextRates().get(changes.size()), step);
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble changeTo(double learningRate, int step) {
        current = learningRate;
        changes.add(new LearningRateChange(step, learningRate));
        return OptionalDouble.of(learningRate);
    }
}
