package org.dlcourse.exercise;

import java.util.function.DoubleUnaryOperator;

/** One update of a weight by gradient descent with classical momentum. */
public interface MomentumStep {
    /**
     * A weight and the step that led to it.
     *
     * @param weight w(k)
     * @param lastStep dw(k)
     */
    record State(double weight, double lastStep) {}

    /**
     * The next weight: dw(k+1) = momentum times dw(k) minus learning rate times gradient, w(k+1) = w(k) + dw(k+1).
     *
     * @param state w(k) and dw(k)
     * @param derivative of the loss at a weight
     * @param momentum fraction of the last step that is kept
     * @param learningRate step size
     * @return w(k+1) and dw(k+1)
     */
    State next(State state, DoubleUnaryOperator derivative, double momentum, double learningRate);
}
