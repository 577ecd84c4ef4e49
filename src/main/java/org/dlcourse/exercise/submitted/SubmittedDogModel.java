package org.dlcourse.exercise.submitted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.ConvolutionalDogModel;
import org.dlcourse.exercise.DogModel;
import org.dlcourse.exercise.PerceptronDogModel;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.grading.Target;

/** A student's {@code Dog_Classifier_FC()} and {@code Dog_Classifier_Conv(kernel_size, stride)}, models of PyTorch's. */
final class SubmittedDogModel {
    static final Target PERCEPTRON = Target.ofClass("Dog_Classifier_FC").withPytorch();
    static final Target CONVOLUTIONAL = Target.ofClass("Dog_Classifier_Conv").withPytorch();

    private static final String MODEL = "model";
    private static final int KERNEL = 5;
    private static final int LAYERS = 2;

    private SubmittedDogModel() {}

    static PerceptronDogModel perceptron(Submission submission) {
        return images -> size(submission, PERCEPTRON, new Case(PERCEPTRON).construct(MODEL), images);
    }

    /** With strides of 1 and pooling 5,408 positions are left for the last layer, and without pooling as many with strides of 2. */
    static ConvolutionalDogModel convolutional(Submission submission) {
        return images -> {
            try {
                return size(submission, CONVOLUTIONAL, convolutional(1), images);
            } catch (SubmissionException e) {
                return withLargerStrides(submission, images, e);
            }
        };
    }

    private static DogModel.Size withLargerStrides(Submission submission, int images, SubmissionException first) {
        try {
            DogModel.Size size = size(submission, CONVOLUTIONAL, convolutional(2), images);
            submission.remark(
                    CONVOLUTIONAL, "With strides of 1 it gives no result: " + first.getMessage() + " It was given 2.");
            return size;
        } catch (SubmissionException e) {
            throw first;
        }
    }

    private static Case convolutional(int stride) {
        return new Case(CONVOLUTIONAL).construct(MODEL, pairs(KERNEL), pairs(stride));
    }

    private static Argument pairs(int length) {
        return Argument.list(IntStream.range(0, LAYERS)
                .mapToObj(layer -> Argument.list(length, length))
                .toList());
    }

    private static DogModel.Size size(Submission submission, Target target, Case made, int images) {
        Map<String, NpyArray> results = submission.run(made.make("size", "size", Argument.result(MODEL))
                .andReturn("size")
                .make("outputs", "output_shape", Argument.result(MODEL), Argument.of((long) images))
                .andReturn("outputs"));
        double[] size = new StudentResult(target, "size", results.get("size")).numbers(2);
        List<Integer> outputs = Arrays.stream(
                        new StudentResult(target, "shape of the output", results.get("outputs")).wholes())
                .boxed()
                .toList();
        return new DogModel.Size((long) size[0], (long) size[1], outputs);
    }
}
