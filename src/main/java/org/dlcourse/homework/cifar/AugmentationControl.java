package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.Augmentation;
import org.dlcourse.model.Initialisation;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/**
 * The untrained tutorial network with augmentation and without: one epoch at learning rate 0, so that only the images differ.
 *
 * @param plain without augmentation
 * @param augmented with augmentation
 */
record AugmentationControl(TrainingResult plain, TrainingResult augmented) {
    private static final int BATCH_SIZE = 100;

    static AugmentationControl of(TrainingData data, long seed) {
        TrainingPlan plan = new TrainingPlan(
                ColourCifarArchitectures.TUTORIAL,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(0),
                BATCH_SIZE,
                1,
                Recording.every(data.training().count() / BATCH_SIZE, Curve.MEAN_TRAINING_LOSS)
                        .withTestProbabilities());
        return new AugmentationControl(
                run(plan, data, seed), run(plan.withAugmentation(Augmentation.defaults()), data, seed));
    }

    private static TrainingResult run(TrainingPlan plan, TrainingData data, long seed) {
        return new Trainer(plan, data, seed).train(TrainingProgress.SILENT);
    }

    /** Test probabilities that are not equal to the bit. */
    long changedTestProbabilities() {
        float[] one = plain.testProbabilities().values();
        float[] other = augmented.testProbabilities().values();
        long count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    /** Absolute difference of the mean training losses. */
    double trainingLossDifference() {
        return Math.abs(loss(plain) - loss(augmented));
    }

    private static double loss(TrainingResult result) {
        return result.curves().of(Curve.MEAN_TRAINING_LOSS)[0];
    }
}
