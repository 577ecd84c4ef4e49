package org.dlcourse.exercise;

/** Training over several epochs with early stopping, and testing. */
public interface ModelRun {
    /**
     * How a network is trained.
     *
     * @param batchSize samples in a mini-batch
     * @param learningRate factor of the gradient
     * @param epochs at most
     * @param stopThreshold training ends after the first epoch whose validation loss is less than this below that of the epoch before
     */
    record Plan(int batchSize, double learningRate, int epochs, double stopThreshold) {}

    /**
     * What a training gives; each list has a number for each epoch that was trained.
     *
     * @param network after the last epoch
     * @param trainingLoss of each epoch, as {@link EpochTraining} has it
     * @param validationLoss after each epoch; empty where nothing validates
     * @param trainingAccuracy of each epoch, from 0 to 1
     * @param validationAccuracy after each epoch, from 0 to 1; empty where nothing validates
     */
    record Trained(
            ReluNetwork network,
            double[] trainingLoss,
            double[] validationLoss,
            double[] trainingAccuracy,
            double[] validationAccuracy) {}

    /**
     * Trains, with a validation after each epoch.
     *
     * @param start the network before, which is not changed
     * @return the network and the curves
     */
    Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan);

    /** Trains for all epochs of a plan, with nothing to validate on. */
    Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan);

    /** Measures a network on the test set. */
    Evaluation.Measured test(ReluNetwork network, LabelledSamples test, int batchSize);
}
