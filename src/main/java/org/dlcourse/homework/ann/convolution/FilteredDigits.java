package org.dlcourse.homework.ann.convolution;

import java.util.List;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.settings.CourseSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images of digits and a solution's output for them.
 *
 * @param inputs images and kernels
 * @param output [5, 8, 25, 25], double
 */
record FilteredDigits(ConvolutionInputs inputs, INDArray output) {
    /** Applies a solution to all inputs that {@link ConvolutionInputs#of(CourseSettings)} finds. */
    static List<FilteredDigits> of(Convolution2d solution, CourseSettings settings) {
        return ConvolutionInputs.of(settings).stream()
                .map(inputs -> new FilteredDigits(inputs, solution.forward(inputs.images(), inputs.kernel())))
                .toList();
    }

    String source() {
        return inputs.source();
    }

    String description() {
        return "convolution inputs: " + source();
    }

    /** The output's relative difference from DL4J's. */
    double relativeErrorToDl4j() {
        return ConvolutionComparison.relativeError(
                output, new Dl4jConvolution2d().forward(inputs.images(), inputs.kernel()));
    }
}
