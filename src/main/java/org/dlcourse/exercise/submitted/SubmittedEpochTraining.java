package org.dlcourse.exercise.submitted;

import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code _train(model, data_loader, optimizer, device)}, which returns the model, the loss and the accuracy.
 *
 * @param submission with the function
 */
record SubmittedEpochTraining(Submission submission) implements EpochTraining {
    static final Target TARGET = Target.function("_train").withPytorch();

    @Override
    public Epoch trainEpoch(ReluNetwork start, LabelledSamples samples, int batchSize, double learningRate) {
        Case one = TorchCase.loader(TorchCase.with(TARGET, start), samples, batchSize)
                .make("optimizer", "sgd", Argument.result(TorchCase.NETWORK), Argument.of(learningRate))
                .silentCall(
                        TorchCase.RESULT,
                        Argument.result(TorchCase.NETWORK),
                        Argument.result("loader"),
                        Argument.result("optimizer"),
                        Argument.result("device"));
        Map<String, NpyArray> results = submission.run(
                TorchCase.parameters(one).get(TorchCase.RESULT, "loss", 1).get(TorchCase.RESULT, "accuracy", 2));
        Evaluation.Measured measured = TorchCase.measured(submission, TARGET, results);
        return new Epoch(TorchCase.network(start, TARGET, results), measured.loss(), measured.accuracy());
    }
}
