package org.dlcourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Follows a plan's schedule along one run. */
final class RateSwitch {
    private final Schedule schedule;
    private final List<Double> epochMeans = new ArrayList<>();
    private final List<RateChange> changes = new ArrayList<>();
    private final double planned;
    private final int steps;
    private double current;

    RateSwitch(TrainingPlan plan, int steps) {
        this.schedule = plan.schedule();
        this.planned = plan.optimiser().learningRate();
        this.steps = steps;
        this.current = planned;
    }

    double current() {
        return current;
    }

    List<RateChange> changes() {
        return List.copyOf(changes);
    }

    /** The rate of a step, if the schedule has one for each; too many to be kept as changes. */
    OptionalDouble stepBegins(int step) {
        if (schedule instanceof Schedule.WarmUpCosine cosine) {
            current = planned * cosine.part(step, steps);
            return OptionalDouble.of(current);
        }
        return OptionalDouble.empty();
    }

    /**
     * Takes note of an epoch.
     *
     * @param step the epoch's last step
     * @param validationAccuracy mean over the epoch's points, if there were any
     * @return the new rate, if it changes here
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

    private OptionalDouble changeTo(double rate, int step) {
        current = rate;
        changes.add(new RateChange(step, rate));
        return OptionalDouble.of(rate);
    }
}
