package org.dlcourse.training;

/**
 * Makes networks of one {@link Implementation}; found by {@link java.util.ServiceLoader}, so that a course can train a network of
 * its own code.
 */
public interface NetworkProvider {
    /** The implementation that a plan names to be trained by this one's networks. */
    Implementation implementation();

    /**
     * The network of a plan, with first weights from the seed: the same ones as every implementation's.
     *
     * @throws IllegalArgumentException if this implementation cannot do what the plan asks for
     */
    TrainableNetwork create(TrainingPlan plan, long seed);
}
