package org.dlcourse.homework.dogs.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.training.TrainingData;
import org.dlcourse.util.SeededRandom;

/**
 * One epoch of {@link SoftmaxRegression} and its evaluation, in plain loops.
 *
 * @param losses the mean loss of each mini-batch, before its step
 * @param sizes the number of examples of each mini-batch
 * @param validationLoss after the epoch
 * @param validationAccuracy after the epoch
 * @param testAccuracy after the epoch
 */
record EpochByHand(
        List<Double> losses,
        List<Integer> sizes,
        double validationLoss,
        double validationAccuracy,
        double testAccuracy) {
    /**
     * Trains for one epoch, with the examples in the trainer's order, and evaluates.
     *
     * @param start the initial weights; they are modified
     */
    static EpochByHand of(SoftmaxRegression start, TrainingData data, int batchSize, double learningRate, long seed) {
        List<Double> losses = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        int[] order = SeededRandom.permutation(data.training().count(), SeededRandom.of(seed, "order of epoch 1"));
        for (int from = 0; from < order.length; from += batchSize) {
            int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
            losses.add(start.step(data.training(), batch, learningRate));
            sizes.add(batch.length);
        }
        int[] all = IntStream.range(0, data.validation().count()).toArray();
        return new EpochByHand(
                losses,
                sizes,
                start.step(data.validation(), all, 0),
                start.accuracy(data.validation()),
                start.accuracy(data.test()));
    }

    /** The mean loss of all examples: each mini-batch counts by its number of examples. */
    double epochLoss() {
        double sum = 0;
        for (int i = 0; i < losses.size(); i++) {
            sum += losses.get(i) * sizes.get(i);
        }
        return sum / sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** The mean of the mini-batches' losses, whatever their sizes: the common mistake. */
    double unweightedMean() {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
