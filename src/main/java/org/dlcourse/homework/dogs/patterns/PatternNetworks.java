package org.dlcourse.homework.dogs.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.ActivationFunction;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec;
import org.dlcourse.model.LayerSpec.Activation;
import org.dlcourse.model.LayerSpec.Convolution;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.LayerSpec.MaxPooling;
import org.dlcourse.model.Shape;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingPlan;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Trains a small convolutional network on the synthetic patterns, with several seeds. */
public record PatternNetworks() implements Experiment<PatternNetworks.Result> {
    static final int KERNEL = 5;
    static final int FILTERS = 2;

    private static final LayerSpec RELU = new Activation(ActivationFunction.RELU);
    private static final LayerSpec POOL = new MaxPooling(2);
    private static final int BATCH_SIZE = 50;
    /** The handout's, which is used at full scale. */
    private static final double LEARNING_RATE = 1e-4;

    private static final double QUICK_LEARNING_RATE = 1e-3;

    static final Architecture NETWORK = new Architecture(
            "pattern network",
            new Shape(1, 28, 28),
            List.of(
                    new Convolution(KERNEL, KERNEL, FILTERS),
                    RELU,
                    POOL,
                    new Convolution(3, 3, 4),
                    RELU,
                    POOL,
                    new Convolution(3, 3, 8),
                    RELU,
                    POOL,
                    new FullyConnected(2, true)));

    /**
     * The two kernels of the first layer of one repeat.
     *
     * @param run the run
     * @param before initial weights, [filters][25]
     * @param after trained weights, [filters][25]
     */
    public record Kernels(Run run, double[][] before, double[][] after) {
        /** The number of kernels that training did not change. */
        long unchanged() {
            return IntStream.range(0, before.length)
                    .filter(filter -> Arrays.equals(before[filter], after[filter]))
                    .count();
        }
    }

    /**
     * The trained networks.
     *
     * @param scale scale of the runs
     * @param patterns patterns and data for training
     * @param repeats the runs
     * @param kernels kernels of each repeat
     */
    public record Result(Scale scale, Patterns.Prepared patterns, Repeats repeats, List<Kernels> kernels) {
        /** The test accuracy of each repeat. */
        SeedSample accuracies() {
            return SeedSample.of(
                    "pattern network", repeats.runs(), run -> run.result().testAccuracy());
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        Patterns.Prepared patterns = laboratory.result(new Patterns());
        boolean isFull = settings.scale() == Scale.FULL;
        int epochs = isFull ? 50 : 15;
        TrainingPlan plan = new TrainingPlan(
                NETWORK,
                Initialisation.PYTORCH,
                new Optimiser.Sgd(isFull ? LEARNING_RATE : QUICK_LEARNING_RATE),
                BATCH_SIZE,
                epochs,
                Recording.every(
                        patterns.data().training().count() / BATCH_SIZE,
                        Curve.MEAN_TRAINING_LOSS,
                        Curve.VALIDATION_ACCURACY));
        Repeats repeats = laboratory
                .grid(patterns.data(), List.of(plan), settings.repeats(3, 5))
                .get(0);
        return new Result(
                settings.scale(),
                patterns,
                repeats,
                repeats.runs().stream().map(PatternNetworks::kernels).toList());
    }

    private static Kernels kernels(Run run) {
        TrainingPlan plan = run.request().plan();
        MultiLayerNetwork untrained =
                plan.networks().create(plan.architecture(), run.request().seed());
        INDArray start = untrained.getLayer(0).getParam("W").dup('c');
        double[][] before = new double[FILTERS][];
        double[][] after = new double[FILTERS][];
        for (int filter = 0; filter < FILTERS; filter++) {
            before[filter] =
                    start.slice(filter).dup('c').reshape(KERNEL * KERNEL).toDoubleVector();
            float[] trained = run.result().firstLayerWeights().row(filter);
            after[filter] = new double[trained.length];
            for (int i = 0; i < trained.length; i++) {
                after[filter][i] = trained[i];
            }
        }
        untrained.close();
        return new Kernels(run, before, after);
    }
}
