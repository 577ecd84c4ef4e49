package org.dlcourse.model;

import org.nd4j.linalg.activations.Activation;

/** The functions between layers. */
public enum ActivationFunction {
    /** max(0, x). */
    RELU("ReLU", Activation.RELU, 1) {
        @Override
        public double derivativeAt(double output) {
            return output > 0 ? 1 : 0;
        }
    },
    /** 1 / (1 + exp(-x)). */
    LOGISTIC_SIGMOID("Sigmoid", Activation.SIGMOID, 0.25) {
        @Override
        public double derivativeAt(double output) {
            return output * (1 - output);
        }
    };

    private final String notation;
    private final Activation dl4j;
    private final double largestDerivative;

    ActivationFunction(String notation, Activation dl4j, double largestDerivative) {
        this.notation = notation;
        this.dl4j = dl4j;
        this.largestDerivative = largestDerivative;
    }

    public String notation() {
        return notation;
    }

    /** The derivative where the function has this output. */
    public abstract double derivativeAt(double output);

    /** The largest value of the derivative. */
    public double largestDerivative() {
        return largestDerivative;
    }

    Activation dl4j() {
        return dl4j;
    }
}
