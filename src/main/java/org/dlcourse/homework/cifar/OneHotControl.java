package org.dlcourse.homework.cifar;

import org.dlcourse.dataset.Examples;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Objective;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/**
 * The mean squared error of the untrained tutorial network as it is recorded in training, and computed by hand from its outputs and
 * one-hot targets. One epoch at learning rate 0 with the test images as training images gives both.
 *
 * @param recorded mean over the epoch's batches
 * @param byHand mean over images and outputs of the squared difference from the one-hot target
 * @param otherTargets the same with the target of the next class, which must differ
 */
record OneHotControl(double recorded, double byHand, double otherTargets) {
    static OneHotControl of(TrainingData data, long seed) {
        Examples images = data.test();
        TrainingPlan plan = new TrainingPlan(
                        ColourCifarArchitectures.TUTORIAL,
                        Initialisation.KAIMING_NORMAL,
                        new Optimiser.Sgd(0),
                        images.count(),
                        1,
                        Recording.every(1, Curve.MEAN_TRAINING_LOSS).withTestProbabilities())
                .withObjective(new Objective(Loss.MEAN_SQUARED_ERROR, 0));
        TrainingResult result = new Trainer(plan, new TrainingData("test images", images, images, images), seed)
                .train(TrainingProgress.SILENT);
        float[] outputs = result.testProbabilities().values();
        return new OneHotControl(
                result.curves().of(Curve.MEAN_TRAINING_LOSS)[0],
                meanSquaredError(outputs, images, 0),
                meanSquaredError(outputs, images, 1));
    }

    /** With a target of 1 for the true class, moved by so many classes, and of 0 for the others. */
    private static double meanSquaredError(float[] outputs, Examples images, int moved) {
        int classes = images.classes();
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            int target = (images.labels()[i / classes] + moved) % classes;
            double difference = outputs[i] - (i % classes == target ? 1 : 0);
            sum += difference * difference;
        }
        return sum / outputs.length;
    }

    double error() {
        return Math.abs(recorded - byHand) / byHand;
    }

    double errorWithOtherTargets() {
        return Math.abs(recorded - otherTargets) / otherTargets;
    }
}
