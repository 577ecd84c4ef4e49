package org.dlcourse.exercise.submitted;

import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A student's {@code gradient_from_weights(before, after, learning_rate)}.
 *
 * @param submission with the function
 */
record SubmittedGradientFromWeights(Submission submission) implements GradientFromWeights {
    static final Target TARGET = Target.function("gradient_from_weights");

    @Override
    public INDArray gradient(INDArray before, INDArray after, double learningRate) {
        Case one = Case.stateless(TARGET)
                .call("gradient", Argument.of(before), Argument.of(after), Argument.of(learningRate));
        return StudentResult.of(submission, TARGET, "gradient", one).inDouble();
    }
}
