package org.dlcourse.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.SeededRandom;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.exercise.reference.DifferenceGradientFromWeights;
import org.dlcourse.model.ActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains one network and records what the handouts ask for.
 *
 * <p>All randomness comes from the seed: one stream for the first weights, one for each epoch's order.
 */
public final class Trainer {
    /** Examples at a time when a whole set is classified: as many as keep the activations within the caches. */
    private static final int VECTORS_AT_A_TIME = 500;

    private static final int IMAGES_AT_A_TIME = 50;

    /** Examples over which saturation is measured. */
    private static final int PROBE = 200;

    private static final double SATURATED = 0.01;

    private final TrainingPlan plan;
    private final long seed;
    private final ExampleBatches training;
    private final ExampleBatches validation;
    private final ExampleBatches test;
    private final GradientFromWeights gradientFromWeights = new DifferenceGradientFromWeights();

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
            return new TrainingRun(network, progress).result();
        } finally {
            network.close();
        }
    }

    /** One network on its way. */
    private final class TrainingRun {
        private final MultiLayerNetwork network;
        private final TrainingProgress progress;
        private final int steps = plan.steps(training.count());
        private final Recorder recorder = new Recorder(plan.points(training.count()), plan.recording());
        private final RateSwitch rate = new RateSwitch(plan);
        private int step;

        TrainingRun(MultiLayerNetwork network, TrainingProgress progress) {
            this.network = network;
            this.progress = progress;
        }

        TrainingResult result() {
            for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
                int firstPoint = recorder.points();
                epoch(epoch);
                if (plan.schedule() instanceof Schedule.OnPlateau && recorder.points() > firstPoint) {
                    rate.epochEnded(step, recorder.meanSince(firstPoint, Curve.VALIDATION_ACCURACY))
                            .ifPresent(network::setLearningRate);
                }
            }
            return new TrainingResult(
                    recorder.curves(),
                    rate.changes(),
                    accuracy(training),
                    accuracy(validation),
                    accuracy(test),
                    FloatArray.of(firstLayerWeights()),
                    plan.recording().testProbabilities() ? FloatArray.of(outputs(test)) : FloatArray.NONE);
        }

        private void epoch(int epoch) {
            int[] order = SeededRandom.permutation(training.count(), SeededRandom.of(seed, "order of epoch " + epoch));
            for (int start = 0; start < order.length; start += plan.batchSize()) {
                int[] batch = Arrays.copyOfRange(order, start, Math.min(order.length, start + plan.batchSize()));
                step++;
                if (step % plan.recording().everySteps() == 0) {
                    double loss = recordedStep(batch);
                    progress.recorded(epoch, step, steps, loss);
                } else {
                    step(training.features(batch), batch);
                }
            }
        }

        private double recordedStep(int[] batch) {
            INDArray features = training.features(batch);
            recorder.begin(step);
            if (plan.recording().has(Curve.TRAINING_ACCURACY)) {
                double right = training.countRight(network.output(features, false), batch);
                recorder.add(Curve.TRAINING_ACCURACY, right / batch.length);
            }
            INDArray before = plan.recording().has(Curve.FIRST_LAYER_GRADIENT)
                    ? firstLayerWeights().dup()
                    : null;
            double loss = step(features, batch);
            recorder.add(Curve.TRAINING_LOSS, loss);
            if (before != null) {
                INDArray gradient = gradientFromWeights.gradient(before, firstLayerWeights(), rate.current());
                recorder.add(Curve.FIRST_LAYER_GRADIENT, gradient.norm2Number().doubleValue());
            }
            if (plan.recording().has(Curve.VALIDATION_ACCURACY)) {
                recorder.add(Curve.VALIDATION_ACCURACY, accuracy(validation));
            }
            if (plan.recording().has(Curve.FIRST_LAYER_SATURATION)) {
                recorder.add(Curve.FIRST_LAYER_SATURATION, saturation());
            }
            return loss;
        }

        private double step(INDArray features, int[] batch) {
            network.fit(features, training.oneHotLabels(batch));
            double loss = network.score();
            if (!Double.isFinite(loss)) {
                throw new TrainingException(
                        "The training loss of " + plan.architecture().name() + " with seed " + seed
                                + " is " + loss + " at step " + step + " of " + steps
                                + "; expected a finite number. Lower the learning rate (" + plan.optimiser() + ").");
            }
            return loss;
        }

        private double accuracy(ExampleBatches examples) {
            int right = 0;
            for (int from = 0; from < examples.count(); from += atATime()) {
                int to = Math.min(examples.count(), from + atATime());
                int[] places = IntStream.range(from, to).toArray();
                right += examples.countRight(network.output(examples.features(from, to), false), places);
            }
            return (double) right / examples.count();
        }

        private INDArray outputs(ExampleBatches examples) {
            List<INDArray> parts = new ArrayList<>();
            for (int from = 0; from < examples.count(); from += atATime()) {
                int to = Math.min(examples.count(), from + atATime());
                parts.add(network.output(examples.features(from, to), false));
            }
            return Nd4j.concat(0, parts.toArray(INDArray[]::new));
        }

        private int atATime() {
            return plan.architecture().isConvolutional() ? IMAGES_AT_A_TIME : VECTORS_AT_A_TIME;
        }

        private double saturation() {
            ActivationFunction function = plan.architecture().firstActivation().orElseThrow();
            INDArray probe = validation.features(0, Math.min(PROBE, validation.count()));
            float[] outputs = network.feedForwardToLayer(0, probe, false)
                    .get(1)
                    .dup()
                    .data()
                    .asFloat();
            int saturated = 0;
            for (float output : outputs) {
                if (function.derivativeAt(output) < SATURATED * function.largestDerivative()) {
                    saturated++;
                }
            }
            return (double) saturated / outputs.length;
        }

        /** As [units, inputs] or [filters, channels, height, width]; DL4J keeps fully connected weights the other way. */
        private INDArray firstLayerWeights() {
            INDArray weights = network.getLayer(0).getParam("W");
            return weights.rank() == 2 ? weights.transpose() : weights;
        }
    }

    private static final class Recorder {
        private final int[] steps;
        private final Map<Curve, double[]> values = new EnumMap<>(Curve.class);
        private int points;

        Recorder(int points, Recording recording) {
            steps = new int[points];
            recording.curves().forEach(curve -> values.put(curve, new double[points]));
        }

        void begin(int step) {
            steps[points] = step;
            points++;
        }

        /** Keeps a value of the point that was begun, if its curve is wanted. */
        void add(Curve curve, double value) {
            if (values.containsKey(curve)) {
                values.get(curve)[points - 1] = value;
            }
        }

        int points() {
            return points;
        }

        double meanSince(int firstPoint, Curve curve) {
            return curves().mean(curve, firstPoint, points);
        }

        LearningCurves curves() {
            return new LearningCurves(steps, values);
        }
    }
}
