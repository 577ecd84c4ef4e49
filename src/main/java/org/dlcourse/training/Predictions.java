package org.dlcourse.training;

import org.dlcourse.dataset.Examples;

/** Outputs of a trained network, from the parameters that its run has kept. */
public final class Predictions {
    /** A restored network takes no steps. */
    private static final long NEVER_USED = 1;

    private Predictions() {}

    /**
     * The network's outputs.
     *
     * @param plan of the run
     * @param parameters all of the trained network
     * @param examples of the shape of the plan's architecture
     * @return [examples, outputs]: probabilities under cross-entropy
     * @throws IllegalArgumentException if the plan's network has more or fewer parameters
     */
    public static FloatArray of(TrainingPlan plan, FloatArray parameters, Examples examples) {
        try (TrainableNetwork network = restored(plan, parameters.values())) {
            return FloatArray.of(
                    new ExampleBatches(examples, plan.architecture().inputForm()).outputs(network));
        }
    }

    private static TrainableNetwork restored(TrainingPlan plan, float[] parameters) {
        return plan.architecture().isGraph()
                ? new GraphNetwork(plan.graphs().restore(plan.architecture(), parameters), NEVER_USED)
                : new Dl4jNetwork(plan.networks().restore(plan.architecture(), parameters), NEVER_USED);
    }
}
