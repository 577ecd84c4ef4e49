package org.dlcourse.model;

import org.nd4j.linalg.activations.Activation;

/** The functions between layers. */
public enum ActivationFunction {
    /** max(0, x). */
    RELU("ReLU", Activation.RELU),
    /** 1 / (1 + exp(-x)). */
    LOGISTIC_SIGMOID("Sigmoid", Activation.SIGMOID);

    private final String notation;
    private final Activation dl4j;

    ActivationFunction(String notation, Activation dl4j) {
        this.notation = notation;
        this.dl4j = dl4j;
    }

    public String notation() {
        return notation;
    }

    Activation dl4j() {
        return dl4j;
    }
}
