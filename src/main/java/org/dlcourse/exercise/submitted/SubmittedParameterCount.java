package org.dlcourse.exercise.submitted;

import java.util.List;
import org.dlcourse.exercise.ParameterCount;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code perceptron_parameters(inputs, hidden, outputs)} and {@code convolution_parameters(channels, layers)}.
 *
 * @param submission with the functions
 */
record SubmittedParameterCount(Submission submission) implements ParameterCount {
    static final Target TARGET = Target.function("perceptron_parameters");

    private static final Target CONVOLUTIONS = Target.function("convolution_parameters");
    private static final String COUNT = "number of parameters";

    @Override
    public long perceptron(int inputs, List<Integer> hidden, int outputs) {
        return count(
                TARGET,
                Argument.of((long) inputs),
                Argument.list(hidden.stream().mapToInt(units -> units).toArray()),
                Argument.of((long) outputs));
    }

    @Override
    public long convolutions(int channels, List<Kernels> layers) {
        return count(
                CONVOLUTIONS,
                Argument.of((long) channels),
                Argument.list(layers.stream()
                        .map(kernels -> Argument.list(kernels.height(), kernels.width(), kernels.filters()))
                        .toList()));
    }

    private long count(Target function, Argument... arguments) {
        Case one = Case.stateless(function).call("count", arguments);
        return StudentResult.of(submission, function, COUNT, one).whole();
    }
}
