package org.dlcourse.exercise.submitted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.grading.Argument;
import org.dlcourse.grading.Case;
import org.dlcourse.grading.Submission;
import org.dlcourse.grading.Target;

/**
 * A student's {@code run_model(model, running_mode, train_set, valid_set, test_set, batch_size, learning_rate, n_epochs, stop_thr,
 * shuffle)}, which returns the model and dictionaries of losses and accuracies in the mode {@code train}, and loss and accuracy in the mode
 * {@code test}.
 *
 * @param submission with the function
 */
record SubmittedModelRun(Submission submission) implements ModelRun {
    static final Target TARGET = Target.function("run_model").withPytorch();

    private static final String TRAIN = "train";
    private static final String VALID = "valid";
    private static final String TEST = "test";
    /** What a test does not need. */
    private static final Plan ANY = new Plan(1, .01, 1, 1e-4);

    @Override
    public Trained train(ReluNetwork start, LabelledSamples training, LabelledSamples validation, Plan plan) {
        return train(start, training, Optional.of(validation), plan);
    }

    @Override
    public Trained trainWithoutValidation(ReluNetwork start, LabelledSamples training, Plan plan) {
        return train(start, training, Optional.empty(), plan);
    }

    private Trained train(
            ReluNetwork start, LabelledSamples training, Optional<LabelledSamples> validation, Plan plan) {
        Case one = TorchCase.samples(TorchCase.with(TARGET, start), TRAIN, training);
        if (validation.isPresent()) {
            one = TorchCase.samples(one, VALID, validation.get());
        }
        one = called(
                one,
                TRAIN,
                Argument.result(TRAIN),
                validation.isPresent() ? Argument.result(VALID) : Argument.none(),
                Argument.none(),
                plan);
        one = TorchCase.parameters(one);
        for (String set : List.of(TRAIN, VALID)) {
            one = one.get(TorchCase.RESULT, set + " loss", 1, set).get(TorchCase.RESULT, set + " accuracy", 2, set);
        }
        Map<String, NpyArray> results = submission.run(one);
        return new Trained(
                TorchCase.network(start, TARGET, results),
                losses(results, TRAIN),
                losses(results, VALID),
                accuracies(results, TRAIN),
                accuracies(results, VALID));
    }

    private static double[] losses(Map<String, NpyArray> results, String set) {
        return results.get(set + " loss").doubles();
    }

    private double[] accuracies(Map<String, NpyArray> results, String set) {
        NpyArray array = results.get(set + " accuracy");
        return TorchCase.accuracies(submission, TARGET, array, array.length());
    }

    @Override
    public Evaluation.Measured test(ReluNetwork network, LabelledSamples test, int batchSize) {
        Case one = TorchCase.samples(TorchCase.with(TARGET, network), TEST, test);
        Plan plan = new Plan(batchSize, ANY.learningRate(), ANY.epochs(), ANY.stopThreshold());
        one = called(one, TEST, Argument.none(), Argument.none(), Argument.result(TEST), plan);
        return TorchCase.measured(
                submission,
                TARGET,
                submission.run(one.get(TorchCase.RESULT, "loss", 0).get(TorchCase.RESULT, "accuracy", 1)));
    }

    /** Without shuffling, so that there is one right result. */
    private static Case called(
            Case one, String mode, Argument training, Argument validation, Argument test, Plan plan) {
        return one.silentCall(
                TorchCase.RESULT,
                Argument.result(TorchCase.NETWORK),
                Argument.of(mode),
                training,
                validation,
                test,
                Argument.of((long) plan.batchSize()),
                Argument.of(plan.learningRate()),
                Argument.of((long) plan.epochs()),
                Argument.of(plan.stopThreshold()),
                Argument.of(false));
    }
}
