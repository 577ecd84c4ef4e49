package org.dlcourse.exercise.submitted;

import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code _test(model, data_loader, device)}, which returns the loss and the accuracy.
 *
 * @param submission with the function
 */
record SubmittedEvaluation(Submission submission) implements Evaluation {
    static final Target TARGET = Target.function("_test").withPytorch();

    @Override
    public Measured evaluate(ReluNetwork network, LabelledSamples samples, int batchSize) {
        return TorchCase.measured(
                submission,
                TARGET,
                submission.run(TorchCase.loader(TorchCase.with(TARGET, network), samples, batchSize)
                        .silentCall(
                                TorchCase.RESULT,
                                Argument.result(TorchCase.NETWORK),
                                Argument.result("loader"),
                                Argument.result("device"))
                        .get(TorchCase.RESULT, "loss", 0)
                        .get(TorchCase.RESULT, "accuracy", 1)));
    }
}
