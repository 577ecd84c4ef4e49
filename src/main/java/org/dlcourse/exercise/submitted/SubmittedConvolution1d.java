package org.dlcourse.exercise.submitted;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * <p>Courses of other years ask for {@code dLdW} and {@code dLdb}, for two more arguments with initial values, or for a layer that
 * holds one of stride 1, which has the weights, and one that leaves positions out.
 *
 * @param submission with the class
 */
record SubmittedConvolution1d(Submission submission) implements Convolution1d {
    static final Target TARGET = Target.ofClass("Conv1D");

    private static final int INITIAL_VALUES = 2;

    @Override
    public INDArray forward(INDArray input, INDArray weights, INDArray bias, int stride) {
        return array(submission.run(passed(input, weights, bias, stride)).get("output"));
    }

    @Override
    public Gradients backward(INDArray input, INDArray weights, int stride, INDArray outputGradient) {
        Case one = passed(input, weights, Nd4j.zeros(DataType.DOUBLE, weights.size(0)), stride)
                .method("layer", "backward", List.of("dx", "dLdA", "dA"), "dx", Argument.of(outputGradient))
                .getFirst("layer", "dW", named("dW", "dLdW"))
                .getFirst("layer", "db", named("db", "dLdb"));
        Map<String, NpyArray> results = submission.run(one);
        return new Gradients(
                array(results.get("dx")),
                array(results.get("dW")),
                new StudentResult(TARGET, "db", results.get("db")).vector(submission));
    }

    private static Case passed(INDArray input, INDArray weights, INDArray bias, int stride) {
        return new Case(TARGET)
                .construct(
                        "layer",
                        INITIAL_VALUES,
                        Argument.of(weights.size(1)),
                        Argument.of(weights.size(0)),
                        Argument.of(weights.size(2)),
                        Argument.of((long) stride))
                .setFirst("layer", named("W"), Argument.of(weights))
                .setFirst("layer", named("b"), Argument.of(bias))
                .method("layer", "forward", "output", Argument.of(input));
    }

    /** An attribute of the layer, or of the layer of stride 1 that it holds, whatever that is called. */
    private static List<List<String>> named(String... names) {
        return Stream.concat(
                        Stream.of(names).map(List::of),
                        Stream.of("conv1d_stride1", "*")
                                .flatMap(layer -> Stream.of(names).map(name -> List.of(layer, name))))
                .toList();
    }

    private static INDArray array(NpyArray result) {
        return result.toNd4j().castTo(DataType.DOUBLE);
    }
}
