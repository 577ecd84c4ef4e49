package org.dlcourse.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of a step of plain gradient descent, from the weights before and after it. */
public interface GradientFromWeights {
    /**
     * The gradient that led from one set of weights to the next.
     *
     * @param before the weights before the step, of any shape and floating type
     * @param after the weights after the step, of the same shape and type
     * @param learningRate of the step, above 0; there is neither momentum nor a penalty on weights
     * @return the loss gradient at {@code before}, of the same shape and type
     * @throws IllegalArgumentException if the shapes differ or the learning rate is not above 0
     */
    INDArray gradient(INDArray before, INDArray after, double learningRate);
}
