package org.dlcourse.homework.dogs.breeds;

import java.util.Locale;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Run;
import org.dlcourse.model.Architecture;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;

/**
 * When and why training ended by the rule that the validation loss must fall by a minimum in each epoch.
 *
 * @param validationLosses validation loss after each epoch
 */
record EarlyStopping(double[] validationLosses) {
    static EarlyStopping of(Run run) {
        return new EarlyStopping(run.result().curves().of(Curve.VALIDATION_LOSS));
    }

    int epochs() {
        return validationLosses.length;
    }

    /** The decrease of the validation loss in the last epoch. */
    private double lastDecrease() {
        return validationLosses[epochs() - 2] - validationLosses[epochs() - 1];
    }

    /** The number of epochs before the last in which the loss fell by less than the minimum. */
    int flatEpochsBeforeLast() {
        int flat = 0;
        for (int i = 1; i < epochs() - 1; i++) {
            flat += validationLosses[i - 1] - validationLosses[i] < DogNetworks.MIN_DECREASE ? 1 : 0;
        }
        return flat;
    }

    /** Whether the loss fell by less than the minimum in the last epoch. */
    boolean lastIsFlat() {
        return epochs() > 1 && lastDecrease() < DogNetworks.MIN_DECREASE;
    }

    /** When and why training ended, to follow the words "Training ended". */
    String ending() {
        if (epochs() < 2) {
            return "after its only epoch";
        }
        double decrease = lastDecrease();
        return lastIsFlat()
                ? String.format(
                        Locale.ROOT,
                        "after %d epochs, because the validation loss %s by %.5f in the last one",
                        epochs(),
                        decrease < 0 ? "rose" : "fell",
                        Math.abs(decrease))
                : String.format(
                        Locale.ROOT,
                        "at the limit of %d epochs; the validation loss still fell by %.5f in the last one",
                        epochs(),
                        decrease);
    }

    /** The number of epochs, at most 5, of training with a learning rate of 0, which the rule must stop after the second one. */
    static int epochsWithoutLearning(Architecture architecture, Examples examples) {
        TrainingPlan withoutLearning = DogNetworks.plan(architecture, 0, 5, examples.count());
        return new Trainer(withoutLearning, new TrainingData("control", examples, examples, examples), 1)
                .train(TrainingProgress.SILENT)
                .curves()
                .steps()
                .length;
    }
}
