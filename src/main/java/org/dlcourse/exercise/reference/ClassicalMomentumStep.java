package org.dlcourse.exercise.reference;

import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.MomentumStep;

/** Polyak's heavy ball: the gradient is taken where the weight is. */
public final class ClassicalMomentumStep implements MomentumStep {
    @Override
    public State next(State state, DoubleUnaryOperator derivative, double momentum, double learningRate) {
        double step = momentum * state.lastStep() - learningRate * derivative.applyAsDouble(state.weight());
        return new State(state.weight() + step, step);
    }
}
