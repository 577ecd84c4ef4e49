package org.dlcourse.exercise.submitted;

import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.MomentumStep;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code momentum_step(weight, velocity, gradient, learning_rate, momentum)}, which returns the next weight and the next
 * velocity.
 *
 * @param submission with the function
 */
record SubmittedMomentumStep(Submission submission) implements MomentumStep {
    static final Target TARGET = Target.function("momentum_step");

    @Override
    public State next(State state, DoubleUnaryOperator derivative, double momentum, double learningRate) {
        Case one = Case.stateless(TARGET)
                .call(
                        "state",
                        Argument.of(state.weight()),
                        Argument.of(state.lastStep()),
                        Argument.of(derivative.applyAsDouble(state.weight())),
                        Argument.of(learningRate),
                        Argument.of(momentum));
        double[] next = StudentResult.of(submission, TARGET, "next weight and velocity", one)
                .numbers(2);
        return new State(next[0], next[1]);
    }
}
