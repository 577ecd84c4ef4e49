package org.dlcourse.exercise.submitted;

import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.SubmissionException;
import org.dlcourse.grading.Target;
import org.dlcourse.sandbox.Verdict;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A student's {@code class TwoLayerNet(input_size, hidden_size, output_size, std)} with {@code params} and {@code loss(X, y, reg)}.
 *
 * @param submission with the class
 */
record SubmittedTwoLayerNetwork(Submission submission) implements TwoLayerNetwork {
    static final Target TARGET = Target.ofClass("TwoLayerNet");

    private static final double INITIAL_DEVIATION = 1e-1;

    @Override
    public INDArray probabilities(Parameters parameters, INDArray inputs) {
        Case one = network(parameters, inputs).method("network", "loss", "probabilities", Argument.of(inputs));
        return array(submission.run(one).get("probabilities"));
    }

    @Override
    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
        Case one = network(parameters, inputs)
                .silent("network", "loss", "both", Argument.of(inputs), Argument.of(labels), Argument.of(penalty))
                .get("both", "loss", 0)
                .get("both", "W1", 1, "W1")
                .get("both", "b1", 1, "b1")
                .get("both", "W2", 1, "W2")
                .get("both", "b2", 1, "b2");
        Map<String, NpyArray> results = submission.run(one);
        double[] loss = results.get("loss").doubles();
        if (loss.length != 1) {
            throw new SubmissionException(
                    Verdict.WRONG,
                    "The loss has " + loss.length + " numbers; expected one, the mean over the samples.");
        }
        return new LossAndGradients(
                loss[0],
                new Parameters(
                        array(results.get("W1")),
                        new StudentResult(TARGET, "gradient of b1", results.get("b1")).vector(submission),
                        array(results.get("W2")),
                        new StudentResult(TARGET, "gradient of b2", results.get("b2")).vector(submission)));
    }

    /** A new object with these parameters. */
    static Case network(Parameters parameters, INDArray inputs) {
        return new Case(TARGET)
                .construct(
                        "network",
                        Argument.of(inputs.size(1)),
                        Argument.of(parameters.hiddenBias().length()),
                        Argument.of(parameters.outputBias().length()),
                        Argument.of(INITIAL_DEVIATION))
                .set("network", List.of("params", "W1"), Argument.of(parameters.hiddenWeights()))
                .set("network", List.of("params", "b1"), Argument.of(parameters.hiddenBias()))
                .set("network", List.of("params", "W2"), Argument.of(parameters.outputWeights()))
                .set("network", List.of("params", "b2"), Argument.of(parameters.outputBias()));
    }

    private static INDArray array(NpyArray result) {
        return result.toNd4j().castTo(DataType.DOUBLE);
    }
}
