package org.dlcourse.exercise.reference;

import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.MomentumStep;

/** Polyak's heavy-ball method: the gradient is evaluated at the current weight. */
public final class ClassicalMomentumStep implements MomentumStep {
    @Override
    public State next(State state, DoubleUnaryOperator derivative, double momentum, double learningRate) {
        double step = momentum * state.lastStep() - learningRate * derivative.applyAsDouble(state.weight());
        return new State(state.weight() + step, step);
    }
}
