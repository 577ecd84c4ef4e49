package org.dlcourse.exercise.submitted;

import java.util.Arrays;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A student's {@code train(X, y, X_val, y_val, learning_rate, learning_rate_decay, reg, num_iters, batch_size)} and {@code
 * predict(X)} of {@code class TwoLayerNet}.
 *
 * @param submission with the class
 */
record SubmittedTwoLayerTraining(Submission submission) implements TwoLayerTraining {
    static final Target TARGET = SubmittedTwoLayerNetwork.TARGET;

    /** The course's own, and more than the samples of any case. */
    private static final long BATCH_SIZE = 200;

    private static final double NO_DECAY = 1;
    private static final String LOSSES = "loss_history";

    @Override
    public Trained train(Parameters start, INDArray inputs, int[] labels, Plan plan) {
        Case one = SubmittedTwoLayerNetwork.network(start, inputs)
                .silent(
                        "network",
                        "train",
                        "statistics",
                        Argument.of(inputs),
                        Argument.of(labels),
                        Argument.of(inputs),
                        Argument.of(labels),
                        Argument.of(plan.learningRate()),
                        Argument.of(NO_DECAY),
                        Argument.of(plan.penalty()),
                        Argument.of((long) plan.steps()),
                        Argument.of(BATCH_SIZE))
                .get("statistics", LOSSES, LOSSES)
                .get("network", "W1", "params", "W1")
                .get("network", "b1", "params", "b1")
                .get("network", "W2", "params", "W2")
                .get("network", "b2", "params", "b2");
        Map<String, NpyArray> results = submission.run(one);
        return new Trained(
                result(results, LOSSES).requireShape(plan.steps()).array().doubles(),
                new Parameters(
                        like(start.hiddenWeights(), results, "W1"),
                        like(start.hiddenBias(), results, "b1"),
                        like(start.outputWeights(), results, "W2"),
                        like(start.outputBias(), results, "b2")));
    }

    /** An array that must have kept its shape; a bias may have become a row or a column. */
    private INDArray like(INDArray start, Map<String, NpyArray> results, String name) {
        INDArray array = start.rank() == 1
                ? result(results, name).vector(submission)
                : result(results, name).inDouble();
        if (!array.equalShapes(start)) {
            throw result(results, name).wrong("shape " + Arrays.toString(start.shape()) + ", as before the training");
        }
        return array;
    }

    @Override
    public int[] predict(Parameters parameters, INDArray inputs) {
        Case one = SubmittedTwoLayerNetwork.network(parameters, inputs)
                .method("network", "predict", "prediction", Argument.of(inputs));
        return result(submission.run(one), "prediction")
                .requireShape((int) inputs.size(0))
                .wholes();
    }

    private static StudentResult result(Map<String, NpyArray> results, String name) {
        return new StudentResult(TARGET, name, results.get(name));
    }
}
