package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Run;
import org.dlcourse.model.Architecture;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;

/**
 * Where a training ended by the rule that its validation loss must fall, and why.
 *
 * @param validationLosses after each epoch
 */
record EarlyStopping(double[] validationLosses) {
    static EarlyStopping of(Run run) {
        return new EarlyStopping(run.result().curves().of(Curve.VALIDATION_LOSS));
    }

    int epochs() {
        return validationLosses.length;
    }

    /** How much the loss fell in the last epoch. */
    private double lastDecrease() {
        return validationLosses[epochs() - 2] - validationLosses[epochs() - 1];
    }

    /** Epochs before the last in which the loss fell by too little. */
    int flatEpochsBeforeLast() {
        int flat = 0;
        for (int i = 1; i < epochs() - 1; i++) {
            flat += validationLosses[i - 1] - validationLosses[i] < DogNetworks.LEAST_DECREASE ? 1 : 0;
        }
        return flat;
    }

    /** Whether the loss fell by too little in the last epoch. */
    boolean lastIsFlat() {
        return epochs() > 1 && lastDecrease() < DogNetworks.LEAST_DECREASE;
    }

    /** Why the training ended, as the end of a sentence. */
    String ending() {
        if (epochs() < 2) {
            return "after its only epoch";
        }
        double decrease = lastDecrease();
        return lastIsFlat()
                ? String.format(
                        Locale.ROOT,
                        "after %d epochs, since the validation loss %s by %.5f in the last one, where it must fall by %.4f",
                        epochs(),
                        decrease < 0 ? "rose" : "fell",
                        Math.abs(decrease),
                        DogNetworks.LEAST_DECREASE)
                : String.format(
                        Locale.ROOT,
                        "after the most of %d epochs; the validation loss still fell by %.5f in the last one",
                        epochs(),
                        decrease);
    }

    /** The epochs, at most 5, of a network that learns nothing: the second one is flat, and the rule must end training. */
    static int epochsWithoutLearning(Architecture architecture, Examples examples) {
        TrainingPlan plan = DogNetworks.plan(architecture, 5, examples.count());
        TrainingPlan withoutLearning = new TrainingPlan(
                        plan.architecture(),
                        plan.initialisation(),
                        new Optimiser.Sgd(0),
                        plan.batchSize(),
                        plan.epochs(),
                        plan.recording())
                .withStopping(plan.stopping());
        return new Trainer(withoutLearning, new TrainingData("control", examples, examples, examples), 1)
                .train(TrainingProgress.SILENT)
                .curves()
                .steps()
                .length;
    }
}
