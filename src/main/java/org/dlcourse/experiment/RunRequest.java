package org.dlcourse.experiment;

import org.dlcourse.training.TrainingPlan;

/**
 * One run that an experiment wants.
 *
 * @param plan what to train, and how
 * @param seed of everything random in the run
 */
public record RunRequest(TrainingPlan plan, long seed) {
    @Override
    public String toString() {
        return plan.architecture().name() + " seed " + seed;
    }
}
