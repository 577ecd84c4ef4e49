package org.dlcourse.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains one network and records what the handouts ask for.
 *
 * <p>All randomness comes from the seed: one stream for the first weights, one for each epoch's order.
 */
public final class Trainer {
    /** Examples at a time when a whole set is classified: as many as keep the activations within the caches. */
    private static final int VECTORS_AT_A_TIME = 500;

    private static final int IMAGES_AT_A_TIME = 50;

    private final TrainingPlan plan;
    private final long seed;
    private final ExampleBatches training;
    private final ExampleBatches validation;
    private final ExampleBatches test;

    /** A trainer for one run. */
    public Trainer(TrainingPlan plan, TrainingData data, long seed) {
        boolean asImages = plan.architecture().isConvolutional();
        this.plan = plan;
        this.seed = seed;
        this.training = new ExampleBatches(data.training(), asImages);
        this.validation = new ExampleBatches(data.validation(), asImages);
        this.test = new ExampleBatches(data.test(), asImages);
    }

    /**
     * Trains the network from the first step to the last.
     *
     * @throws TrainingException if the loss is no longer a number
     */
    public TrainingResult train(TrainingProgress progress) {
        MultiLayerNetwork network = plan.networks().create(plan.architecture(), seed);
        try {
            return train(network, progress);
        } finally {
            network.close();
        }
    }

    private TrainingResult train(MultiLayerNetwork network, TrainingProgress progress) {
        Recorder recorder = new Recorder(plan.steps(training.count()) / plan.recordEvery());
        int step = 0;
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            int[] order = SeededRandom.permutation(training.count(), SeededRandom.of(seed, "order of epoch " + epoch));
            for (int start = 0; start < order.length; start += plan.batchSize()) {
                int[] batch = Arrays.copyOfRange(order, start, Math.min(order.length, start + plan.batchSize()));
                step++;
                if (step % plan.recordEvery() == 0) {
                    INDArray features = training.features(batch);
                    double right = training.countRight(network.output(features, false), batch);
                    double loss = step(network, features, batch, step);
                    recorder.add(step, loss, right / batch.length, accuracy(network, validation));
                    progress.recorded(epoch, step, plan.steps(training.count()), loss);
                } else {
                    step(network, training.features(batch), batch, step);
                }
            }
        }
        return new TrainingResult(
                recorder.curves(),
                accuracy(network, training),
                accuracy(network, validation),
                accuracy(network, test),
                firstLayerWeights(network));
    }

    private double step(MultiLayerNetwork network, INDArray features, int[] batch, int step) {
        network.fit(features, training.oneHotLabels(batch));
        double loss = network.score();
        if (!Double.isFinite(loss)) {
            throw new TrainingException(
                    "The training loss of " + plan.architecture().name() + " with seed " + seed
                            + " is " + loss + " at step " + step + " of " + plan.steps(training.count())
                            + "; expected a finite number. Lower the learning rate (" + plan.optimiser() + ").");
        }
        return loss;
    }

    private double accuracy(MultiLayerNetwork network, ExampleBatches examples) {
        int atATime = plan.architecture().isConvolutional() ? IMAGES_AT_A_TIME : VECTORS_AT_A_TIME;
        int right = 0;
        for (int from = 0; from < examples.count(); from += atATime) {
            int to = Math.min(examples.count(), from + atATime);
            int[] places = IntStream.range(from, to).toArray();
            right += examples.countRight(network.output(examples.features(from, to), false), places);
        }
        return (double) right / examples.count();
    }

    /** As [units, inputs] or [filters, channels, height, width]; DL4J keeps fully connected weights the other way. */
    private static WeightArray firstLayerWeights(MultiLayerNetwork network) {
        INDArray weights = network.getLayer(0).getParam("W");
        return WeightArray.of(weights.rank() == 2 ? weights.transpose() : weights);
    }

    private static final class Recorder {
        private final LearningCurves curves;
        private int point;

        Recorder(int points) {
            curves = new LearningCurves(new int[points], new double[points], new double[points], new double[points]);
        }

        void add(int step, double loss, double trainingAccuracy, double validationAccuracy) {
            curves.steps()[point] = step;
            curves.trainingLoss()[point] = loss;
            curves.trainingAccuracy()[point] = trainingAccuracy;
            curves.validationAccuracy()[point] = validationAccuracy;
            point++;
        }

        LearningCurves curves() {
            return curves;
        }
    }
}
