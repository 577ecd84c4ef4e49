package org.dlcourse.homework.dogs.adversarial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.kit.SeedComparison;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/** Adversarial changes to images for the trained digit network, compared with random changes of the same size. */
public record AdversarialExamples() implements Experiment<AdversarialExamples.Result> {
    /** The tested bounds on the change of a pixel; pixels range from 0 (black) to 1 (white). */
    static final List<Double> BOUNDS = List.of(.02, .05, .07, .1, .15, .2, .3);

    /** The bound of the example, of the answer and of the check. */
    static final double BOUND = .15;

    /** The digit of the example. */
    static final int SOURCE = 9;

    /** The digit as which the example is misclassified. */
    static final int TARGET = 5;

    private static final int IMAGES = 100;

    /**
     * The fraction of misclassified images at one bound.
     *
     * @param bound bound on the change of a pixel
     * @param adversarial fraction of the images that are misclassified when changed along the gradient
     * @param noise fraction of the images that are misclassified when each pixel is changed by the bound with a random sign
     */
    public record Rate(double bound, double adversarial, double noise) {}

    /**
     * A 9 that is misclassified as a 5.
     *
     * @param bound bound on the change of a pixel
     * @param original [784], from 0 to 1
     * @param changed the changed image, [784]
     * @param before class probabilities for the original
     * @param after class probabilities for the changed image
     * @param withNoise class probabilities for the original with random changes of the same size
     */
    public record Example(
            double bound, float[] original, float[] changed, float[] before, float[] after, float[] withNoise) {
        /** The largest change of a pixel. */
        double largestChange() {
            return IntStream.range(0, original.length)
                    .mapToDouble(i -> Math.abs(changed[i] - original[i]))
                    .max()
                    .orElseThrow();
        }
    }

    /**
     * The changed images and the predictions for them.
     *
     * @param training the experiment that trains the network
     * @param run the run of the network
     * @param images number of changed images; the network classifies all originals correctly
     * @param rates fractions of misclassified images, in ascending order of the bound
     * @param bySeed the fractions at {@link #BOUND}, one for each network that was trained on the largest training set
     * @param example a 9 that is misclassified as a 5
     * @param gradientError largest difference of the gradient from central differences, relative to its largest component; for
     *     the first image and a wrong class
     */
    public record Result(
            MnistBySize.Result training,
            Run run,
            int images,
            List<Rate> rates,
            List<Rate> bySeed,
            Example example,
            double gradientError) {
        /** Whether more images are misclassified with changes along the gradient than with noise, over the networks' seeds. */
        SeedComparison comparison() {
            return new SeedComparison(
                    "fraction of misclassified images",
                    sample("changes along the gradient", Rate::adversarial),
                    sample("noise of the same size", Rate::noise));
        }

        private SeedSample sample(String name, ToDoubleFunction<Rate> fraction) {
            return new SeedSample(
                    name,
                    training.largest().repeats().runs().stream()
                            .map(trained -> trained.request().seed())
                            .toList(),
                    bySeed.stream().mapToDouble(fraction).toArray());
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        MnistBySize.Result training = laboratory.result(new MnistBySize());
        Run run = training.largest().repeats().runs().get(0);
        Examples test = training.largest().data().test();
        MultiLayerNetwork network = restored(run);
        try {
            InputGradient gradient = new InputGradient(network);
            INDArray all = pixels(test);
            int[] predicted = gradient.predictions(all);
            int[] indices = correct(test, predicted);
            INDArray images = all.getRows(indices);
            int[] labels = labels(test, indices);
            List<Rate> rates = BOUNDS.stream()
                    .map(bound -> rate(gradient, images, labels, bound, signs(run)))
                    .toList();
            return new Result(
                    training,
                    run,
                    indices.length,
                    rates,
                    training.largest().repeats().runs().stream()
                            .map(trained -> rate(trained, test))
                            .toList(),
                    example(gradient, all, test.labels(), predicted, signs(run)),
                    gradient.largestErrorAt(images.get(NDArrayIndex.interval(0, 1)), (labels[0] + 1) % classes()));
        } finally {
            network.close();
        }
    }

    private static MultiLayerNetwork restored(Run run) {
        return new NetworkFactory(new NoOp(), Initialisation.PYTORCH, Objective.CROSS_ENTROPY, DataType.DOUBLE)
                .restore(MnistBySize.NETWORK, run.result().parameters().values());
    }

    private static INDArray pixels(Examples test) {
        return test.features().reshape(test.count(), -1).castTo(DataType.DOUBLE);
    }

    /** The first images that are classified correctly. */
    private static int[] correct(Examples test, int[] predicted) {
        return IntStream.range(0, test.count())
                .filter(i -> predicted[i] == test.labels()[i])
                .limit(IMAGES)
                .toArray();
    }

    private static int[] labels(Examples test, int[] indices) {
        return Arrays.stream(indices).map(index -> test.labels()[index]).toArray();
    }

    private static Rate rate(Run run, Examples test) {
        MultiLayerNetwork network = restored(run);
        try {
            InputGradient gradient = new InputGradient(network);
            INDArray all = pixels(test);
            int[] indices = correct(test, gradient.predictions(all));
            return rate(gradient, all.getRows(indices), labels(test, indices), BOUND, signs(run));
        } finally {
            network.close();
        }
    }

    /** Of the noise: the same for every bound, so that the rate at {@link #BOUND} is one number wherever it is shown. */
    private static Random signs(Run run) {
        return SeededRandom.of(run.request().seed(), "noise");
    }

    private static Rate rate(InputGradient gradient, INDArray images, int[] labels, double bound, Random random) {
        return new Rate(
                bound,
                misclassified(gradient, Attack.awayFrom(labels, bound).on(images, gradient), labels),
                misclassified(gradient, Attack.noise(images, bound, random), labels));
    }

    private static int classes() {
        return MnistBySize.NETWORK.classes();
    }

    private static double misclassified(InputGradient gradient, INDArray changed, int[] labels) {
        int[] predicted = gradient.predictions(changed);
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            wrong += predicted[i] == labels[i] ? 0 : 1;
        }
        return (double) wrong / labels.length;
    }

    /** The most probable 9 that is misclassified as a 5 within the bound. */
    private static Example example(InputGradient gradient, INDArray all, int[] labels, int[] predicted, Random random) {
        INDArray probabilities = gradient.probabilities(all);
        List<Integer> mostProbableFirst = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == SOURCE && predicted[i] == SOURCE)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities.getDouble(i, SOURCE))
                        .reversed())
                .toList();
        for (int i : mostProbableFirst) {
            INDArray image = all.get(NDArrayIndex.interval(i, i + 1)).dup();
            INDArray changed = Attack.towards(new int[] {TARGET}, BOUND).on(image, gradient);
            if (gradient.predictions(changed)[0] == TARGET) {
                return new Example(
                        BOUND,
                        floats(image),
                        floats(changed),
                        floats(gradient.probabilities(image)),
                        floats(gradient.probabilities(changed)),
                        floats(gradient.probabilities(Attack.noise(image, BOUND, random))));
            }
        }
        throw new IllegalStateException("No " + SOURCE + " among the test images is misclassified as a " + TARGET
                + " with changes of at most " + BOUND + " per pixel.");
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
