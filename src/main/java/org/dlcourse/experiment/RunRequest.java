package org.dlcourse.experiment;

import org.dlcourse.training.TrainingPlan;

/**
 * One run that an experiment wants.
 *
 * @param plan what to train, and how
 * @param seed of everything random in the run, not 0
 */
public record RunRequest(TrainingPlan plan, long seed) {
    public RunRequest {
        if (seed == 0) {
            throw new IllegalArgumentException("A run needs a seed other than 0, which ND4J takes for no seed.");
        }
    }

    /** The run's name: what distinguishes it from others, shortly. */
    @Override
    public String toString() {
        return new RunName(this).toString();
    }
}
