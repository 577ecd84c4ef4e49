package org.dlcourse.training;

import java.util.List;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Steps of an optimiser on one vector of all parameters, in place.
 *
 * <p>A parameter of 1, twice with gradient 2 and learning rate 0.1:
 *
 * <pre>
 * SGD             0.8, then 0.6
 * momentum 0.5    velocity 2, then 0.5 * 2 + 2 = 3: 0.8, then 0.5
 * Adam            0.9, then 0.8: the gradient divided by its size, but for epsilon
 * </pre>
 */
interface FlatUpdate extends AutoCloseable {
    /** Changes the parameters by the gradient that lies beside them. */
    void step(double learningRate);

    @Override
    default void close() {}

    static FlatUpdate of(Optimiser optimiser, FlatParameters parameters) {
        if (optimiser instanceof Optimiser.Adam adam) {
            return new AdamUpdate(adam, parameters);
        }
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return new MomentumUpdate(momentum.momentum(), parameters);
        }
        if (optimiser instanceof Optimiser.Sgd) {
            return rate -> add(-rate, parameters.gradient(), parameters.values());
        }
        throw new IllegalArgumentException("No steps of " + optimiser + " on a vector of all parameters are known.");
    }

    private static void add(double factor, INDArray from, INDArray to) {
        Level1 blas = Nd4j.getBlasWrapper().level1();
        blas.axpy(to.length(), factor, from, to);
    }

    private static void scale(double factor, INDArray values) {
        Nd4j.getBlasWrapper().level1().scal(values.length(), factor, values);
    }

    /** The heavy ball, as {@link HeavyBall} has it. */
    final class MomentumUpdate implements FlatUpdate {
        private final double momentum;
        private final FlatParameters parameters;
        private final INDArray velocity;

        MomentumUpdate(double momentum, FlatParameters parameters) {
            this.momentum = momentum;
            this.parameters = parameters;
            this.velocity = Nd4j.zeros(
                    parameters.values().dataType(), parameters.values().length());
        }

        @Override
        public void step(double learningRate) {
            scale(momentum, velocity);
            add(1, parameters.gradient(), velocity);
            add(-learningRate, velocity, parameters.values());
        }

        @Override
        public void close() {
            velocity.close();
        }
    }

    /** DL4J's Adam, by the same operation of ND4J. */
    final class AdamUpdate implements FlatUpdate {
        private final Optimiser.Adam adam;
        private final FlatParameters parameters;
        private final INDArray squares;
        private final INDArray means;
        private final Operation.Custom operation;
        private int steps;

        AdamUpdate(Optimiser.Adam adam, FlatParameters parameters) {
            this.adam = adam;
            this.parameters = parameters;
            INDArray gradient = parameters.gradient();
            this.squares = gradient.like();
            this.means = gradient.like();
            List<INDArray> arrays = List.of(gradient, squares, means);
            this.operation = Operation.of("adam_updater", arrays, arrays);
        }

        /** The gradient becomes the change. */
        @Override
        public void step(double learningRate) {
            operation
                    .withReals(learningRate, adam.beta1(), adam.beta2(), adam.epsilon())
                    .withIntegers(steps++)
                    .run();
            add(-1, parameters.gradient(), parameters.values());
        }

        @Override
        public void close() {
            operation.close();
            squares.close();
            means.close();
        }
    }
}
