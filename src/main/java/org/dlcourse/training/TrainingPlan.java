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
 * @param batchSize examples in a batch; the last batch of an epoch takes what is left
 * @param epochs how often every training example is seen; examples are shuffled before each epoch
 * @param recordEvery steps between two points of the curves
 */
public record TrainingPlan(
        Architecture architecture,
        Initialisation initialisation,
        Optimiser optimiser,
        int batchSize,
        int epochs,
        int recordEvery) {

    /** Batches of one epoch over this many examples. */
    public int batchesPerEpoch(int examples) {
        return (examples + batchSize - 1) / batchSize;
    }

    /** Steps of the whole run over this many examples. */
    public int steps(int examples) {
        return epochs * batchesPerEpoch(examples);
    }

    /** What makes the networks of this plan. */
    @JsonIgnore
    public NetworkFactory networks() {
        return new NetworkFactory(optimiser.updater(), initialisation, DataType.FLOAT);
    }
}
