package org.dlcourse.exercise;

/** One epoch of training by gradient descent. */
public interface EpochTraining {
    /**
     * What an epoch gives.
     *
     * @param network after the last update
     * @param loss mean cross-entropy over all samples, each when its mini-batch was used and before that update
     * @param accuracy share of the samples whose class had the largest score then, from 0 to 1
     */
    record Epoch(ReluNetwork network, double loss, double accuracy) {}

    /**
     * Trains on all mini-batches once, in the samples' order, one update each.
     *
     * @param start the network before, which is not changed
     * @param samples that it is trained on
     * @param batchSize samples in a mini-batch; the last may be smaller
     * @param learningRate factor of the gradient of a mini-batch's mean loss
     * @return the network after, with the epoch's loss and accuracy
     */
    Epoch trainEpoch(ReluNetwork start, LabelledSamples samples, int batchSize, double learningRate);
}
