package org.dlcourse.homework.fcnet;

import java.util.Locale;
import java.util.function.Supplier;
import org.dlcourse.exercise.TwoLayerTraining;
import org.dlcourse.grading.Precision;
import org.dlcourse.kit.ExerciseCheck;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-3a: the page on gradient descent on the toy data.
 *
 * @param solution of the exercise
 * @param training on the toy data
 * @param repeated training on copies of one sample
 * @param precision of what the solution gives
 */
record ToyTrainingPage(TwoLayerTraining solution, ToyTraining training, RepeatedSample repeated, Precision precision) {
    private static final double FINAL_LOSS = 0.02;

    static ToyTrainingPage of(
            TwoLayerTraining solution, ToyData handout, ToyData biased, Supplier<Precision> precision) {
        // The training comes first: by it the precision shows.
        ToyTraining training = ToyTraining.of(solution, handout);
        return new ToyTrainingPage(solution, training, RepeatedSample.of(biased), precision.get());
    }

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Gradient descent changes the loss on the toy data from %.3f to %.4f (required: at most %.2f).",
                training.firstLoss(),
                training.finalLoss(),
                FINAL_LOSS));
        evidence.answer(
                "How far does the loss decrease?",
                String.format(
                        Locale.ROOT,
                        "From %.3f to %.4f in %d steps: with 83 parameters for 5 samples, the network can memorise them.",
                        training.firstLoss(),
                        training.finalLoss(),
                        ToyTraining.PLAN.steps()));
        evidence.figure(training.figure(FINAL_LOSS));
    }

    void check(Evidence evidence) {
        evidence.check(
                "final training loss, of all samples with the trained parameters",
                training.finalLoss(),
                Bound.atMost(FINAL_LOSS),
                EvidenceKind.EXACT,
                "the requirement's bound; full-batch gradient descent is the same in every run, since nothing is random");
        evidence.check(
                "loss before the first step",
                training.firstLoss(),
                Bound.above(Math.log(3)),
                EvidenceKind.EXACT,
                "a uniform guess of three classes has the loss ln 3 = 1.099: the untrained network is worse than that");
        evidence.check(
                "samples whose predicted class is not the one with the largest probability",
                training.wrongPredictions(),
                Bound.exactly(0),
                EvidenceKind.EXACT,
                "integers, counted with the trained parameters");
        ExerciseCheck<TwoLayerTraining> check = repeated.check(precision);
        check.check(
                evidence,
                "relative difference of losses and parameters from the expected ones, in a training on copies of one sample",
                solution,
                EvidenceKind.EXACT,
                precision.reason(
                        "each of 4 steps rounds sums of at most 200 equal numbers: fewer than 10,000 roundings of"
                                + " 1.1e-16"));
        check.prove(evidence, "on copies of one sample");
    }
}
