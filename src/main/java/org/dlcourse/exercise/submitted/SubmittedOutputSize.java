package org.dlcourse.exercise.submitted;

import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code output_size(input, kernel, stride, padding, dilation)}, of pairs of a height and a width, which returns such a
 * pair. Where the kernel does not fit it raises an exception or returns a number below 1.
 *
 * @param submission with the function
 */
record SubmittedOutputSize(Submission submission) implements ConvolutionOutputSize {
    static final Target TARGET = Target.function("output_size");

    @Override
    public Size output(Size input, Geometry geometry) {
        Case one = Case.stateless(TARGET)
                .call(
                        "size",
                        pair(input),
                        pair(geometry.kernel()),
                        pair(geometry.stride()),
                        pair(geometry.padding()),
                        pair(geometry.dilation()));
        int[] size = StudentResult.of(submission, TARGET, "size of the output", one)
                .requireShape(2)
                .wholes();
        return new Size(size[0], size[1]);
    }

    private static Argument pair(Size size) {
        return Argument.list(size.height(), size.width());
    }
}
