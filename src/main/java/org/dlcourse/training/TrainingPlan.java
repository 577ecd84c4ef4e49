package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Everything that determines a training run but its data and its seed.
 *
 * @param architecture the network
 * @param initialisation how weights and biases start
 * @param optimiser how a gradient becomes a step
 * @param schedule how the optimiser's learning rate changes
 * @param batchSize examples in a batch; the last batch of an epoch takes what is left
 * @param epochs how often every training example is seen; examples are shuffled before each epoch
 * @param recording what is kept of the run
 */
public record TrainingPlan(
        Architecture architecture,
        Initialisation initialisation,
        Optimiser optimiser,
        Schedule schedule,
        int batchSize,
        int epochs,
        Recording recording) {
    public TrainingPlan {
        if (recording.has(Curve.FIRST_LAYER_GRADIENT) && !(optimiser instanceof Optimiser.Sgd)) {
            throw new IllegalArgumentException(
                    "The gradient can be taken from the weights with plain SGD only, not with " + optimiser
                            + ", whose steps depend on earlier gradients too.");
        }
        if (schedule instanceof Schedule.OnPlateau && !recording.has(Curve.VALIDATION_ACCURACY)) {
            throw new IllegalArgumentException("A schedule that waits for a plateau needs " + Curve.VALIDATION_ACCURACY
                    + " among the recorded curves," + " not " + recording.curves() + " alone.");
        }
    }

    /** A plan with a constant learning rate. */
    public TrainingPlan(
            Architecture architecture,
            Initialisation initialisation,
            Optimiser optimiser,
            int batchSize,
            int epochs,
            Recording recording) {
        this(architecture, initialisation, optimiser, new Schedule.Constant(), batchSize, epochs, recording);
    }

    /** Batches of one epoch over this many examples. */
    public int batchesPerEpoch(int examples) {
        return (examples + batchSize - 1) / batchSize;
    }

    /** Steps of the whole run over this many examples. */
    public int steps(int examples) {
        return epochs * batchesPerEpoch(examples);
    }

    /** Points of a curve of the whole run over this many examples. */
    public int points(int examples) {
        return steps(examples) / recording.everySteps();
    }

    /** What makes the networks of this plan. */
    @JsonIgnore
    public NetworkFactory networks() {
        return new NetworkFactory(optimiser.updater(), initialisation, DataType.FLOAT);
    }
}
