package org.dlcourse.homework.dogs.loop;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.Evaluation;
import org.dlcourse.exercise.ModelRun;
import org.dlcourse.exercise.reference.MiniBatchDescent;
import org.dlcourse.grading.Solutions;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * DOGS-0: solutions for an epoch, an evaluation and a run of several epochs.
 *
 * @param own the harness's own epoch, where no submission is judged
 * @param epoch gives the solution of an epoch
 * @param evaluation gives that of an evaluation
 * @param run gives that of a run
 * @param hidden what they are judged on
 */
record TrainingFunctionsPage(
        Optional<OneEpochPage> own,
        Supplier<EpochTraining> epoch,
        Supplier<Evaluation> evaluation,
        Supplier<ModelRun> run,
        HiddenRuns hidden) {
    private static final String REASON =
            "some hundred roundings of 6e-8 of numbers up to about 1, since PyTorch computes in single precision";

    static TrainingFunctionsPage of(Solutions solutions) {
        return new TrainingFunctionsPage(
                solutions.submission().isPresent() ? Optional.empty() : Optional.of(new OneEpochPage(OneEpoch.run())),
                () -> solutions.of(EpochTraining.class, MiniBatchDescent::new),
                () -> solutions.of(Evaluation.class, MiniBatchDescent::new),
                () -> solutions.of(ModelRun.class, MiniBatchDescent::new),
                HiddenRuns.of(solutions.caseSeed()));
    }

    void show(Evidence evidence) {
        own.ifPresent(page -> page.show(evidence));
        evidence.answer(
                "What are the functions judged on?",
                String.format(
                        Locale.ROOT,
                        "A network of random weights with %d samples to train and %d to validate on, in mini-batches of %d, the last"
                                + " smaller. Expected are the values of plain loops. A run over several epochs ends after the fourth"
                                + " of %d, as the validation loss then falls by less than the threshold. In these cases it falls in"
                                + " every epoch, so that it does not matter how a solution treats a rise.",
                        hidden.training().count(),
                        hidden.validation().count(),
                        hidden.plan().batchSize(),
                        hidden.plan().epochs()));
        hidden.epoch().prove(evidence, "in an epoch");
        hidden.evaluation().prove(evidence, "in an evaluation");
        hidden.run().prove(evidence, "in a run of several epochs");
    }

    void check(Evidence evidence) {
        own.ifPresent(page -> page.check(evidence));
        evidence.criterion("one epoch of training", () -> checkEpoch(evidence, epoch.get()));
        evidence.criterion(
                "evaluation", () -> check(evidence, "loss and accuracy", hidden.evaluation(), evaluation.get()));
        evidence.criterion(
                "run_model", () -> check(evidence, "curves and weights after a run", hidden.run(), run.get()));
    }

    private void checkEpoch(Evidence evidence, EpochTraining solution) {
        if (own.isEmpty()) {
            EpochTraining.Epoch submitted = hidden.epochOf(solution);
            EpochTraining.Epoch expected = hidden.epochOf(new LoopDescent());
            evidence.conclusion(String.format(
                    Locale.ROOT,
                    "After one epoch of %d samples in mini-batches of %d, _train of the submission returns the loss %.6f and the"
                            + " accuracy %.4f; by plain loops the mean loss over all samples is %.6f and the accuracy %.4f.",
                    hidden.training().count(),
                    hidden.plan().batchSize(),
                    submitted.loss(),
                    submitted.accuracy(),
                    expected.loss(),
                    expected.accuracy()));
        }
        check(evidence, "loss, accuracy and weights after an epoch", hidden.epoch(), solution);
    }

    private static <S> void check(Evidence evidence, String what, ExerciseCheck<S> check, S solution) {
        check.check(
                evidence,
                "relative difference from plain loops: " + what,
                solution,
                EvidenceKind.ROUNDING_BOUND,
                REASON);
    }
}
