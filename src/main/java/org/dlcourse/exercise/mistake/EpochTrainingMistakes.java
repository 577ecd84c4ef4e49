package org.dlcourse.exercise.mistake;

import java.util.ArrayList;
import java.util.List;
import org.dlcourse.exercise.EpochTraining;
import org.dlcourse.exercise.LabelledSamples;
import org.dlcourse.exercise.ReluNetwork;
import org.dlcourse.kit.Mistake;

/** Wrong epochs of training, each a correct one with one change. */
public final class EpochTrainingMistakes {
    private EpochTrainingMistakes() {}

    /** All of them, made from a correct solution. */
    public static List<Mistake<EpochTraining>> of(EpochTraining right) {
        List<Mistake<EpochTraining>> mistakes = new ArrayList<>();
        BatchMeasure.wrong()
                .forEach(way -> mistakes.add(new Mistake<>(way.cause(), (start, samples, size, rate) -> {
                    List<BatchMeasure> batches = new ArrayList<>();
                    ReluNetwork network = start;
                    for (LabelledSamples batch : samples.batches(size)) {
                        EpochTraining.Epoch step = right.trainEpoch(network, batch, batch.count(), rate);
                        batches.add(new BatchMeasure(step.loss(), step.accuracy(), batch.count()));
                        network = step.network();
                    }
                    return new EpochTraining.Epoch(
                            network,
                            way.loss().applyAsDouble(batches),
                            way.accuracy().applyAsDouble(batches));
                })));
        mistakes.add(new Mistake<>(
                "the weights are not updated",
                (start, samples, size, rate) -> right.trainEpoch(start, samples, size, 0)));
        mistakes.add(new Mistake<>(
                "the gradients are not set to zero between mini-batches and add up",
                (start, samples, size, rate) -> addingUp(right, start, samples, size, rate)));
        mistakes.add(new Mistake<>("loss and accuracy are those after the epoch", (start, samples, size, rate) -> {
            ReluNetwork trained = right.trainEpoch(start, samples, size, rate).network();
            EpochTraining.Epoch after = right.trainEpoch(trained, samples, samples.count(), 0);
            return new EpochTraining.Epoch(trained, after.loss(), after.accuracy());
        }));
        return List.copyOf(mistakes);
    }

    private static EpochTraining.Epoch addingUp(
            EpochTraining right, ReluNetwork start, LabelledSamples samples, int size, double rate) {
        List<BatchMeasure> batches = new ArrayList<>();
        double[] sum = new double[start.parameters().length];
        ReluNetwork network = start;
        for (LabelledSamples batch : samples.batches(size)) {
            EpochTraining.Epoch step = right.trainEpoch(network, batch, batch.count(), rate);
            batches.add(new BatchMeasure(step.loss(), step.accuracy(), batch.count()));
            double[] before = network.parameters();
            double[] after = step.network().parameters();
            double[] next = before.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += after[i] - before[i];
                next[i] += sum[i];
            }
            network = network.withParameters(next);
        }
        return new EpochTraining.Epoch(network, BatchMeasure.rightLoss(batches), BatchMeasure.rightAccuracy(batches));
    }
}
