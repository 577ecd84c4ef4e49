package org.dlcourse.exercise;

import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient descent on the loss of a {@link TwoLayerNetwork}, and the classes that a trained network predicts. */
public interface TwoLayerTraining {
    /**
     * How a network is trained; the learning rate does not decay.
     *
     * @param steps number of updates, at least 1
     * @param learningRate factor of the gradient in an update
     * @param penalty factor of the squared weights in the loss
     */
    record Plan(int steps, double learningRate, double penalty) {}

    /**
     * A training's result.
     *
     * @param losses before each update, one a step
     * @param parameters after the last update
     */
    record Trained(double[] losses, Parameters parameters) {}

    /**
     * Trains on all samples, or on mini-batches of at least as many that are drawn from them.
     *
     * @param start the parameters before the first update, which are not changed
     * @param inputs [samples, inputs], double
     * @param labels the class of each sample, from 0
     * @param plan how
     * @return losses and parameters
     */
    Trained train(Parameters start, INDArray inputs, int[] labels, Plan plan);

    /**
     * The class with the largest probability for each sample.
     *
     * @param parameters of the network
     * @param inputs [samples, inputs], double
     * @return a class for each sample, from 0
     */
    int[] predict(Parameters parameters, INDArray inputs);
}
