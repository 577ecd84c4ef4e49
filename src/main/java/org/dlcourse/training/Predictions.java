package org.dlcourse.training;

import org.dlcourse.dataset.Examples;

/** What a trained network says of examples, from the parameters that its run has kept. */
public final class Predictions {
    /** A restored network takes no steps. */
    private static final long NEVER_USED = 1;

    private Predictions() {}

    /**
     * The network's outputs, [examples, classes]: probabilities under cross-entropy.
     *
     * @param plan of the run
     * @param parameters all of the trained network
     * @param examples what is to be classified
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
