package org.dlcourse.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A classifier with one hidden layer: linear, ReLU, linear, softmax; its loss and its gradients. */
public interface TwoLayerNetwork {
    /**
     * The parameters, or their gradients.
     *
     * @param hiddenWeights [inputs, hidden units]
     * @param hiddenBias [hidden units]
     * @param outputWeights [hidden units, classes]
     * @param outputBias [classes]
     */
    record Parameters(INDArray hiddenWeights, INDArray hiddenBias, INDArray outputWeights, INDArray outputBias) {}

    /**
     * The loss and its gradients.
     *
     * @param loss mean cross-entropy in nats, plus the penalty
     * @param gradients of the loss with respect to all parameters
     */
    record LossAndGradients(double loss, Parameters gradients) {}

    /**
     * The probability of each class for each sample.
     *
     * @param parameters of the network
     * @param inputs [samples, inputs], double
     * @return [samples, classes], double; each row adds up to 1
     * @throws IllegalArgumentException if the shapes do not fit
     */
    INDArray probabilities(Parameters parameters, INDArray inputs);

    /**
     * Mean cross-entropy plus {@code penalty} times the sum of all squared weights, those of both layers and no biases, and
     * the gradients of this loss.
     *
     * @param parameters of the network
     * @param inputs [samples, inputs], double
     * @param labels the class of each sample, from 0
     * @param penalty factor of the squared weights, without a factor 1/2
     * @return the loss and its gradients with respect to all parameters
     * @throws IllegalArgumentException if the shapes do not fit
     */
    LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty);
}
