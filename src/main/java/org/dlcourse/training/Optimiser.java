package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.nd4j.linalg.learning.config.IUpdater;

/** How a gradient becomes a step. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "optimiser")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Optimiser.Adam.class, name = "Adam"),
    @JsonSubTypes.Type(value = Optimiser.Sgd.class, name = "SGD"),
    @JsonSubTypes.Type(value = Optimiser.Momentum.class, name = "SGD with momentum")
})
public sealed interface Optimiser {
    /** DL4J's updater that does this. */
    IUpdater updater();

    /** Step size. */
    double learningRate();

    /**
     * Adaptive moment estimation.
     *
     * @param learningRate step size
     * @param beta1 decay of the mean of gradients
     * @param beta2 decay of the mean of squared gradients
     * @param epsilon added to the denominator
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimiser {
        /** The defaults of the method's authors (Kingma and Ba, 2015), PyTorch and DL4J. */
        public static Adam defaults() {
            return new Adam(1e-3, 0.9, 0.999, 1e-8);
        }

        @Override
        public IUpdater updater() {
            return new org.nd4j.linalg.learning.config.Adam(learningRate, beta1, beta2, epsilon);
        }
    }

    /**
     * Stochastic gradient descent without momentum.
     *
     * @param learningRate step size
     */
    record Sgd(double learningRate) implements Optimiser {
        @Override
        public IUpdater updater() {
            return new org.nd4j.linalg.learning.config.Sgd(learningRate);
        }
    }

    /**
     * Stochastic gradient descent with classical momentum (the heavy ball), as PyTorch's.
     *
     * @param learningRate step size
     * @param momentum part of the velocity that a step keeps
     */
    record Momentum(double learningRate, double momentum) implements Optimiser {
        @Override
        public IUpdater updater() {
            return new HeavyBall(learningRate, momentum);
        }
    }
}
