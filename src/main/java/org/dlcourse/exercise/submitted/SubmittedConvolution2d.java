package org.dlcourse.exercise.submitted;

import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A student's {@code my_conv2d(input, kernel)}.
 *
 * @param submission with the function
 */
record SubmittedConvolution2d(Submission submission) implements Convolution2d {
    static final Target TARGET = Target.function("my_conv2d");

    @Override
    public INDArray forward(INDArray input, INDArray kernel) {
        Case one = new Case(TARGET).call("output", Argument.of(input), Argument.of(kernel));
        return StudentResult.of(submission, TARGET, "output", one)
                .requireShape(
                        (int) input.size(0), (int) kernel.size(0), (int) (input.size(2) - kernel.size(2) + 1), (int)
                                (input.size(3) - kernel.size(3) + 1))
                .inDouble();
    }
}
