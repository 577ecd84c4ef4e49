package org.dlcourse.homework.fcnet;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.training.Implementation;
import org.dlcourse.training.NetworkProvider;
import org.dlcourse.training.TrainableNetwork;
import org.dlcourse.training.TrainingPlan;

/** Lets plans be trained by the exercise's two-layer network, which a student writes from matrix primitives. */
public final class ExerciseNetworkProvider implements NetworkProvider {
    /** In double precision, with plain gradient descent. */
    static final Implementation TWO_LAYER_EXERCISE = new Implementation("TWO_LAYER_EXERCISE");

    @Override
    public Implementation implementation() {
        return TWO_LAYER_EXERCISE;
    }

    @Override
    public TrainableNetwork create(TrainingPlan plan, long seed) {
        MultiLayerNetwork start = plan.networks().create(plan.architecture(), seed);
        try {
            return new ExerciseNetwork(plan, start);
        } finally {
            start.close();
        }
    }
}
