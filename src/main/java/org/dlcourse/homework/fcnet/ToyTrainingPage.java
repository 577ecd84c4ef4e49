package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * FCNET-3a: the page on gradient descent on the toy data.
 *
 * @param training with its losses
 */
record ToyTrainingPage(ToyTraining training) {
    private static final double FINAL_LOSS = 0.02;

    void show(Evidence evidence) {
        evidence.conclusion(String.format(
                Locale.ROOT,
                "Gradient descent reduces the loss on the toy data from %.3f to %.4f (required: at most %.2f).",
                training.losses()[0],
                training.finalLoss(),
                FINAL_LOSS));
        evidence.answer(
                "How far does the loss decrease?",
                String.format(
                        Locale.ROOT,
                        "From %.3f to %.4f in %d steps: with 83 parameters for 5 samples, the network memorises them.",
                        training.losses()[0],
                        training.finalLoss(),
                        ToyTraining.STEPS));
        evidence.figure(training.figure(FINAL_LOSS));
    }

    void check(Evidence evidence) {
        evidence.check(
                "final training loss",
                training.finalLoss(),
                Bound.atMost(FINAL_LOSS),
                EvidenceKind.EXACT,
                "the requirement's; the same in every run, since nothing is random");
        evidence.check(
                "loss before the first step",
                training.losses()[0],
                Bound.above(Math.log(3)),
                EvidenceKind.EXACT,
                "a uniform guess of three classes has the loss ln 3 = 1.099: the untrained network is worse than that");
    }
}
