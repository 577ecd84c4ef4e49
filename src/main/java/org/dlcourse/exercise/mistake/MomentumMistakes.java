package org.dlcourse.exercise.mistake;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.exercise.MomentumStep.State;
import org.dlcourse.kit.Mistake;

/** Wrong implementations of an update with momentum. */
public final class MomentumMistakes {
    private MomentumMistakes() {}

    public static List<Mistake<MomentumStep>> all() {
        return List.of(
                new Mistake<>(
                        "Nesterov momentum: the gradient is evaluated after the momentum term is added",
                        (state, derivative, momentum, rate) -> {
                            double ahead = state.weight() + momentum * state.lastStep();
                            return moved(state, momentum * state.lastStep() - rate * derivative.applyAsDouble(ahead));
                        }),
                new Mistake<>(
                        "no momentum: the previous step is ignored",
                        (state, derivative, momentum, rate) -> moved(state, -rate * gradient(state, derivative))),
                new Mistake<>(
                        "the previous step has the wrong sign",
                        (state, derivative, momentum, rate) ->
                                moved(state, -momentum * state.lastStep() - rate * gradient(state, derivative))),
                new Mistake<>(
                        "the gradient is scaled by 1 - momentum, as in a moving average",
                        (state, derivative, momentum, rate) -> moved(
                                state,
                                momentum * state.lastStep() - (1 - momentum) * rate * gradient(state, derivative))),
                new Mistake<>(
                        "the velocity is a sum of gradients, as in PyTorch, and not the last step of the weight",
                        (state, derivative, momentum, rate) -> {
                            double sum = momentum * state.lastStep() + gradient(state, derivative);
                            return new State(state.weight() - rate * sum, sum);
                        }),
                new Mistake<>(
                        "the weight moves by the old velocity and not by the new one",
                        (state, derivative, momentum, rate) -> new State(
                                state.weight() + state.lastStep(),
                                momentum * state.lastStep() - rate * gradient(state, derivative))),
                new Mistake<>(
                        "the velocity that is returned is the old one",
                        (state, derivative, momentum, rate) -> new State(
                                state.weight() + momentum * state.lastStep() - rate * gradient(state, derivative),
                                state.lastStep())),
                new Mistake<>(
                        "the gradient has the wrong sign: gradient ascent",
                        (state, derivative, momentum, rate) ->
                                moved(state, momentum * state.lastStep() + rate * gradient(state, derivative))));
    }

    private static State moved(State state, double step) {
        return new State(state.weight() + step, step);
    }

    private static double gradient(State state, DoubleUnaryOperator derivative) {
        return derivative.applyAsDouble(state.weight());
    }
}
