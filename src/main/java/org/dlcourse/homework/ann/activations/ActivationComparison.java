package org.dlcourse.homework.ann.activations;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.MeanInterval;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains the five architectures with ReLU and with the logistic sigmoid, by plain gradient descent.
 *
 * <p>Full scale: batches of 50, 15 epochs, 3 repeats (the handout asks for one), and a recorded point every 10 steps.
 */
record ActivationComparison() implements Experiment<ActivationComparison.Result> {
    static final double LEARNING_RATE = 0.01;

    /**
     * The hyperparameters that depend on the scale. Quick scale has two epochs of 100 steps; with He's initial weights and a learning
     * rate three times the handout's, every network with ReLU learns in them.
     */
    private record Hyperparameters(Initialisation initialisation, double learningRate, int batchSize, int epochs) {
        static Hyperparameters of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Hyperparameters(Initialisation.KAIMING_NORMAL, 3 * LEARNING_RATE, 16, 2);
                case FULL -> new Hyperparameters(Initialisation.PYTORCH, LEARNING_RATE, 50, 15);
            };
        }
    }

    /**
     * One architecture with each of the two activation functions.
     *
     * @param architecture as in the handout, with ReLU
     * @param relu its runs
     * @param sigmoid runs of the same seeds, with every ReLU replaced
     */
    record Pair(Architecture architecture, Repeats relu, Repeats sigmoid) {
        String name() {
            return architecture.name();
        }

        /** The number of layers with an activation function. */
        long activationLayers() {
            return architecture.layers().stream()
                    .filter(LayerSpec.Activation.class::isInstance)
                    .count();
        }

        /** The mean norm of the first layer's gradient over the whole run, for each run. */
        static MeanInterval gradient(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.FIRST_LAYER_GRADIENT, curves.steps().length));
        }

        double reluGradient() {
            return gradient(relu).mean();
        }

        double sigmoidGradient() {
            return gradient(sigmoid).mean();
        }

        /** The measured ratio of the gradients, sigmoid to ReLU. */
        double gradientRatio() {
            return sigmoidGradient() / reluGradient();
        }
    }

    /**
     * The trained networks.
     *
     * @param scale at which they were trained
     * @param origin whether the images are real
     * @param data training, validation and test images
     * @param pairs one per architecture, in the handout's order
     */
    record Result(Scale scale, Origin origin, TrainingData data, List<Pair> pairs) {
        /** Whether these are the few real images of the quick scale, of which two epochs do not teach every network something. */
        boolean areTooFewImages() {
            return scale == Scale.QUICK && origin == Origin.REAL;
        }

        /** Recorded points of one epoch. */
        int pointsPerEpoch() {
            TrainingPlan plan = pairs.get(0).relu().plan();
            return plan.points(data.training().count()) / plan.epochs();
        }

        double learningRate() {
            return pairs.get(0).relu().plan().optimiser().learningRate();
        }

        /** The training losses of the last epoch, seed by seed: the sigmoid's, which should be higher, and ReLU's. */
        SeedComparison finalLosses(Pair pair) {
            return new SeedComparison(
                    "final training loss",
                    finalLosses(pair.name() + " with the sigmoid", pair.sigmoid()),
                    finalLosses(pair.name() + " with ReLU", pair.relu()));
        }

        private SeedSample finalLosses(String name, Repeats repeats) {
            return SeedSample.of(name, repeats.runs(), run -> run.result()
                    .curves()
                    .finalMean(Curve.TRAINING_LOSS, pointsPerEpoch()));
        }

        /** Runs of all architectures whose final loss is not lower with ReLU than with the sigmoid and the same seed. */
        long notLowerWithRelu() {
            return pairs.stream()
                    .flatMapToDouble(pair -> Arrays.stream(finalLosses(pair).differences()))
                    .filter(difference -> !(difference > 0))
                    .count();
        }

        /** The p-value, one-sided, of the sign test on the pairs of runs whose final loss is lower with ReLU. */
        double signTest() {
            int lower = comparedRuns() - Math.toIntExact(notLowerWithRelu());
            return 1 - new BinomialDistribution(comparedRuns(), .5).cumulativeProbability(lower - 1);
        }

        /** Pairs of runs that differ in the activation function alone. */
        int comparedRuns() {
            return pairs.size() * pairs.get(0).relu().runs().size();
        }

        /** The mean training loss of the last epoch's points, for each run. */
        MeanInterval finalLoss(Repeats repeats) {
            return repeats.meanOfCurves(curves -> curves.finalMean(Curve.TRAINING_LOSS, pointsPerEpoch()));
        }

        /** Scale, length, seeds and data, for captions. */
        String caption() {
            return new RunCaption(scale, data, pairs.get(0).relu().runs()).text();
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        Scale scale = laboratory.settings().scale();
        GrayCifar10.Result images = laboratory.result(new GrayCifar10());
        List<Architecture> architectures = GrayCifarArchitectures.all();
        List<TrainingPlan> plans = Stream.concat(
                        architectures.stream(),
                        architectures.stream()
                                .map(architecture -> architecture.withActivation(ActivationFunction.LOGISTIC_SIGMOID)))
                .map(architecture -> plan(architecture, scale))
                .toList();
        List<Repeats> runs =
                laboratory.grid(images.data(), plans, laboratory.settings().repeats(3, 3));
        return new Result(
                scale,
                images.origin(),
                images.data(),
                IntStream.range(0, architectures.size())
                        .mapToObj(i -> new Pair(architectures.get(i), runs.get(i), runs.get(architectures.size() + i)))
                        .toList());
    }

    static TrainingPlan plan(Architecture architecture, Scale scale) {
        Hyperparameters hyperparameters = Hyperparameters.of(scale);
        return new TrainingPlan(
                architecture,
                hyperparameters.initialisation(),
                new Optimiser.Sgd(hyperparameters.learningRate()),
                hyperparameters.batchSize(),
                hyperparameters.epochs(),
                Recording.every(10, Curve.TRAINING_LOSS, Curve.FIRST_LAYER_GRADIENT));
    }
}
