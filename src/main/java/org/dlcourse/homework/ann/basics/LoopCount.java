package org.dlcourse.homework.ann.basics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dlcourse.dataset.Examples;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Shape;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.Trainer;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.SeededRandom;

/**
 * The batches and steps of one training, counted while it ran.
 *
 * @param examples N
 * @param batchSize B
 * @param epochs E
 * @param batchesPerEpoch number of batches of each epoch
 * @param steps number of steps of the whole training
 */
record LoopCount(int examples, int batchSize, int epochs, int batchesPerEpoch, int steps) {
    private static final int INPUTS = 2;
    private static final int CLASSES = 2;

    /** Trainings of random sizes; the first two have one batch size that divides the examples and one that does not. */
    static List<LoopCount> observeRandom(int trainings, long seed) {
        Random random = SeededRandom.of(seed, "training loops");
        List<LoopCount> loops = new ArrayList<>(List.of(observe(40, 10, 3), observe(41, 10, 3)));
        while (loops.size() < trainings) {
            loops.add(observe(1 + random.nextInt(60), 1 + random.nextInt(25), 1 + random.nextInt(4)));
        }
        return loops;
    }

    /** Trains a tiny network and counts its steps by epoch. */
    static LoopCount observe(int examples, int batchSize, int epochs) {
        Architecture line = new Architecture("line", Shape.flat(INPUTS), List.of(new FullyConnected(CLASSES, true)));
        TrainingPlan everyStep = new TrainingPlan(
                line, Initialisation.PYTORCH, new Optimiser.Sgd(0.1), batchSize, epochs, Recording.every(1));
        TrainingData data = new TrainingData("zeros", zeros(examples), zeros(1), zeros(1));
        List<Integer> stepsOfEpoch = new ArrayList<>(Collections.nCopies(epochs, 0));
        new Trainer(everyStep, data, 1)
                .train((epoch, step, steps, loss) -> stepsOfEpoch.set(epoch - 1, stepsOfEpoch.get(epoch - 1) + 1));
        int first = stepsOfEpoch.get(0);
        if (stepsOfEpoch.stream().anyMatch(steps -> steps != first)) {
            throw new IllegalStateException("The epochs had different numbers of batches: " + stepsOfEpoch);
        }
        return new LoopCount(
                examples,
                batchSize,
                epochs,
                first,
                stepsOfEpoch.stream().mapToInt(Integer::intValue).sum());
    }

    private static Examples zeros(int count) {
        return Examples.of(new float[count * INPUTS], new int[] {count, INPUTS}, new int[count], CLASSES);
    }

    /** The formula for the batches of an epoch: N / B, rounded up. */
    static int batches(int examples, int batchSize) {
        return (int) Math.ceil((double) examples / batchSize);
    }

    int batchesByFormula() {
        return batches(examples, batchSize);
    }

    int stepsByFormula() {
        return epochs * batchesByFormula();
    }

    /** Whether a formula gives another number than was counted. */
    boolean differs() {
        return batchesPerEpoch != batchesByFormula() || steps != stepsByFormula();
    }
}
