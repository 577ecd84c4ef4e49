package org.dlcourse.homework.dogs.loop;

import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.Examples;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.training.TrainingProgress;
import org.dlcourse.training.TrainingResult;

/**
 * One epoch of a network with a single layer on seven examples, by the trainer and by hand.
 *
 * <p>It calls the trainer directly instead of the laboratory, because the trainer is tested and not the store of finished runs.
 *
 * @param trained result of the trainer
 * @param untrained result of the trainer with a learning rate of 0
 * @param withoutTest result of the trainer on the same data without a test set
 * @param trainedByHand the result of {@code trained}, computed by hand
 * @param untrainedByHand the result of {@code untrained}, computed by hand
 */
record OneEpoch(
        TrainingResult trained,
        TrainingResult untrained,
        TrainingResult withoutTest,
        EpochByHand trainedByHand,
        EpochByHand untrainedByHand) {
    private static final long SEED = 5;
    private static final int BATCH_SIZE = 3;
    private static final double LEARNING_RATE = 0.5;
    private static final Shape INPUT = new Shape(1, 1, 2);

    /** Trains the network in all five ways. */
    static OneEpoch run() {
        TrainingData data = data();
        return new OneEpoch(
                train(data, LEARNING_RATE),
                train(data, 0),
                train(data.withoutTest(), LEARNING_RATE),
                byHand(data, LEARNING_RATE),
                byHand(data, 0));
    }

    /** Seven training examples: mini-batches of 3, 3 and 1. */
    private static TrainingData data() {
        return new TrainingData(
                "seven points",
                examples(
                        new float[] {1, 0, 0, 1, 1, 1, -1, .5f, .25f, -1, .5f, .75f, -.5f, -1},
                        new int[] {0, 1, 1, 0, 0, 1, 0}),
                examples(new float[] {.5f, 0, 0, .5f, 1, -1}, new int[] {0, 1, 1}),
                examples(new float[] {2, 0, 0, 2, -1, 1}, new int[] {0, 0, 1}));
    }

    private static Examples examples(float[] features, int[] labels) {
        return Examples.of(features, new int[] {labels.length, 1, 1, 2}, labels, 2);
    }

    private static TrainingResult train(TrainingData data, double learningRate) {
        return new Trainer(plan(learningRate), data, SEED).train(TrainingProgress.SILENT);
    }

    private static EpochByHand byHand(TrainingData data, double learningRate) {
        return EpochByHand.of(
                SoftmaxRegression.initial(plan(learningRate), SEED), data, BATCH_SIZE, learningRate, SEED);
    }

    private static TrainingPlan plan(double learningRate) {
        return new TrainingPlan(
                new Architecture("two classes", INPUT, List.of(new FullyConnected(2, true))),
                Initialisation.PYTORCH,
                new Optimiser.Sgd(learningRate),
                BATCH_SIZE,
                1,
                Recording.every(3, Curve.MEAN_TRAINING_LOSS, Curve.TRAINING_SET_LOSS, Curve.VALIDATION_LOSS)
                        .withParameters());
    }

    /** The loss of the epoch, by the trainer. */
    double epochLoss() {
        return trained.curves().of(Curve.MEAN_TRAINING_LOSS)[0];
    }

    /** The validation loss after the epoch, by the trainer. */
    double validationLoss() {
        return trained.curves().of(Curve.VALIDATION_LOSS)[0];
    }

    /** The number of weights and biases that depend on whether there is a test set. */
    int changedByTestSet() {
        float[] with = trained.parameters().values();
        float[] without = withoutTest.parameters().values();
        return (int) IntStream.range(0, with.length)
                .filter(i -> with[i] != without[i])
                .count();
    }
}
