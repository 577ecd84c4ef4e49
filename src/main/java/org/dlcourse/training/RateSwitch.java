package org.dlcourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Follows a plan's schedule along one run. */
final class RateSwitch {
    private final Schedule schedule;
    private final List<Double> epochMeans = new ArrayList<>();
    private final List<RateChange> changes = new ArrayList<>();
    private double current;

    RateSwitch(TrainingPlan plan) {
        this.schedule = plan.schedule();
        this.current = plan.optimiser().learningRate();
    }

    double current() {
        return current;
    }

    List<RateChange> changes() {
        return List.copyOf(changes);
    }

    /**
     * Takes note of an epoch.
     *
     * @param step the epoch's last step
     * @param validationAccuracy mean over the epoch's points
     * @return the new rate, if it changes here
     */
    OptionalDouble epochEnded(int step, double validationAccuracy) {
        if (!(schedule instanceof Schedule.OnPlateau onPlateau)
                || changes.size() == onPlateau.nextRates().size()) {
            return OptionalDouble.empty();
        }
        epochMeans.add(validationAccuracy);
        if (!onPlateau.rule().isFlat(epochMeans)) {
            return OptionalDouble.empty();
        }
        epochMeans.clear();
        current = onPlateau.nextRates().get(changes.size());
        changes.add(new RateChange(step, current));
        return OptionalDouble.of(current);
    }
}
