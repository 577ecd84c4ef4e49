package org.dlcourse.exercise.submitted;

import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.Convolution1d;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A student's {@code class Conv1D(in_channel, out_channel, kernel_size, stride)} with {@code forward}, {@code backward}, {@code W},
 * {@code b}, {@code dW} and {@code db}. Each case has an object of its own, since many add up their gradients over calls.
 *
 * @param submission with the class
 */
record SubmittedConvolution1d(Submission submission) implements Convolution1d {
    static final Target TARGET = Target.ofClass("Conv1D");

    @Override
    public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
        return array(submission.run(passed(input, weights, bias, stride)).get("output"));
    }

    @Override
    public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
        Case one = passed(input, weights, Nd4j.zeros(DataType.DOUBLE, weights.size(0)), stride)
                .method("layer", "backward", "dx", Argument.of(outputGradient))
                .get("layer", "dW", "dW")
                .get("layer", "db", "db");
        Map<String, NpyArray> results = submission.run(one);
        INDArray bias = array(results.get("db"));
        boolean isRow = bias.rank() == 2 && bias.size(0) == 1;
        return new Gradients(
                array(results.get("dx")), array(results.get("dW")), isRow ? bias.reshape(bias.length()) : bias);
    }

    private static Case passed(INDArray input, INDArray weights, INDArray bias, int stride) {
        return new Case(TARGET)
                .construct(
                        "layer",
                        Argument.of(weights.size(1)),
                        Argument.of(weights.size(0)),
                        Argument.of(weights.size(2)),
                        Argument.of((long) stride))
                .set("layer", "W", Argument.of(weights))
                .set("layer", "b", Argument.of(bias))
                .method("layer", "forward", "output", Argument.of(input));
    }

    private static INDArray array(NpyArray result) {
        return result.toNd4j().castTo(DataType.DOUBLE);
    }
}
