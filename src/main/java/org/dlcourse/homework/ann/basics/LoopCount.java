package org.dlcourse.homework.ann.basics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/**
 * What the training loop did with so many examples, counted while it ran.
 *
 * @param examples N
 * @param batchSize B
 * @param epochs E
 * @param batchesPerEpoch batches that the first epoch had; all others had as many
 * @param iterations steps that were made in all
 */
public record LoopCount(int examples, int batchSize, int epochs, int batchesPerEpoch, int iterations) {
    private static final int INPUTS = 2;
    private static final int CLASSES = 2;

    /** Trains a tiny network and counts its steps by epoch. */
    public static LoopCount observe(int examples, int batchSize, int epochs) {
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
}
