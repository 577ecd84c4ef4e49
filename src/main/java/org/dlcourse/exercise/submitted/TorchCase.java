package org.dlcourse.exercise.submitted;

import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What calls of a student's code with objects of PyTorch's have in common: all numbers are in single precision, as PyTorch's are. */
final class TorchCase {
    static final String NETWORK = "network";
    static final String RESULT = "result";
    static final String PARAMETERS = "parameters";
    private static final double PERCENT = 100;

    private TorchCase() {}

    /** A case that begins with the network. */
    static Case with(Target target, ReluNetwork network) {
        List<Argument> layers = network.layers().stream()
                .map(layer -> Argument.list(List.of(single(layer.weights()), single(layer.biases()))))
                .toList();
        return new Case(target).make(NETWORK, NETWORK, Argument.list(layers));
    }

    static Argument single(INDArray array) {
        return Argument.of(array.castTo(DataType.FLOAT));
    }

    /** A case with a data set as well. */
    static Case samples(Case before, String name, LabelledSamples samples) {
        return before.make(name, "samples", single(samples.inputs()), Argument.of(samples.labels()));
    }

    /** A case with a loader as well, and the device. */
    static Case loader(Case before, LabelledSamples samples, int batchSize) {
        return before.make(
                        "loader", "loader", single(samples.inputs()), Argument.of(samples.labels()), Argument.of((long)
                                batchSize))
                .make("device", "cpu");
    }

    /** A case whose first result is the model, of which the parameters come back. */
    static Case parameters(Case before) {
        return before.silentGet(RESULT, "model", 0)
                .make(PARAMETERS, PARAMETERS, Argument.result("model"))
                .andReturn(PARAMETERS);
    }

    /** The network with the parameters that came back. */
    static ReluNetwork network(ReluNetwork start, Target target, Map<String, NpyArray> results) {
        StudentResult parameters = new StudentResult(target, PARAMETERS + " of the model", results.get(PARAMETERS));
        return start.withParameters(parameters.numbers(start.parameters().length));
    }

    static Evaluation.Measured measured(Submission submission, Target target, Map<String, NpyArray> results) {
        return new Evaluation.Measured(
                new StudentResult(target, "loss", results.get("loss")).number(),
                accuracies(submission, target, results.get("accuracy"), 1)[0]);
    }

    /** Some accuracies as shares of 1: percent is asked for, and shares are understood. */
    static double[] accuracies(Submission submission, Target target, NpyArray array, int count) {
        double[] given = new StudentResult(target, "accuracy", array).numbers(count);
        boolean areShares = true;
        for (double one : given) {
            areShares &= one <= 1;
        }
        if (!areShares) {
            for (int i = 0; i < given.length; i++) {
                given[i] /= PERCENT;
            }
        } else if (count > 0) {
            submission.remark(
                    target,
                    "The accuracy of the " + target
                            + " is at most 1, and was taken for a share; percent is asked for.");
        }
        return given;
    }
}
