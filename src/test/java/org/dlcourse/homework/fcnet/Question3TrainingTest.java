package org.dlcourse.homework.fcnet;

import java.util.Locale;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.reference.MatrixTwoLayerNetwork;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.Exactness;
import org.dlcourse.report.Requirement;

class Question3TrainingTest {
    private static final double FINAL_LOSS = 0.02;

    private final TwoLayerNetwork network = new MatrixTwoLayerNetwork();
    private final ToyData toy = ToyData.handout();

    @Requirement("FCNET-3a")
    void gradientDescentLearnsTheToyDataByHeart(Evidence evidence) {
        ToyTraining training = ToyTraining.of(network, toy.parameters(), toy.inputs(), toy.labels());
        evidence.answer(
                "How far does the loss come down?",
                String.format(
                        Locale.ROOT,
                        "From %.3f to %.4f in %d steps: 5 samples and 83 parameters, so that they are learnt by heart.",
                        training.losses()[0],
                        training.finalLoss(),
                        ToyTraining.STEPS));
        evidence.figure(training.figure(FINAL_LOSS));
        evidence.check(
                "final training loss",
                training.finalLoss(),
                Bound.atMost(FINAL_LOSS),
                Exactness.EXACT,
                "the requirement's; the same at every run, since nothing is random");
        evidence.check(
                "loss before the first step",
                training.losses()[0],
                Bound.above(1),
                Exactness.EXACT,
                "near ln 3 = 1.099 before anything is learnt");
        evidence.assertChecks();
    }
}
