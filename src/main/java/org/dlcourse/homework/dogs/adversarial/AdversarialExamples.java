package org.dlcourse.homework.dogs.adversarial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.dogs.mnist.MnistBySize;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.model.Objective;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;

/** Changes to images that make the trained digit network fail, against random changes of the same size. */
public record AdversarialExamples() implements Experiment<AdversarialExamples.Result> {
    /** Largest change of a pixel, from 0 (black) to 1 (white). */
    static final List<Double> BOUNDS = List.of(.01, .02, .03, .05, .07, .1, .15, .2, .25, .3);

    static final int FROM = 9;
    static final int TO = 5;
    private static final int IMAGES = 100;

    /**
     * How often the network is misled.
     *
     * @param bound largest change of a pixel
     * @param adversarial part of the images that are taken for another class when changed along the gradient
     * @param noise the same when every pixel is changed by as much, up or down at random
     */
    public record Rate(double bound, double adversarial, double noise) {}

    /**
     * A 9 that is taken for a 5.
     *
     * @param bound largest change of a pixel, the smallest tried that was enough
     * @param original [784], from 0 to 1
     * @param changed the same after the change
     * @param before probabilities of the original
     * @param after probabilities of the changed image
     * @param withNoise probabilities with random changes of the same size
     */
    public record Triptych(
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
     * What was found.
     *
     * @param training where the network comes from
     * @param run which network it is
     * @param images how many were changed, all of which it classifies right
     * @param rates one a bound, in ascending order
     * @param triptych of a 9
     * @param gradientError of the loss for a class that the first image is not, against central differences, as a part of the
     *     largest component
     */
    public record Result(
            MnistBySize.Result training,
            Run run,
            int images,
            List<Rate> rates,
            Triptych triptych,
            double gradientError) {}

    @Override
    public Result conduct(Laboratory laboratory) {
        MnistBySize.Result training = laboratory.result(new MnistBySize());
        Run run = training.largest().repeats().runs().get(0);
        Examples test = training.largest().data().test();
        MultiLayerNetwork network = new NetworkFactory(
                        new NoOp(), Initialisation.PYTORCH, Objective.CROSS_ENTROPY, DataType.DOUBLE)
                .restore(MnistBySize.NETWORK, run.result().parameters().values());
        try {
            InputGradient gradient = new InputGradient(network);
            INDArray all = test.features().reshape(test.count(), -1).castTo(DataType.DOUBLE);
            List<Integer> right = new ArrayList<>();
            int[] predicted = gradient.predictions(all);
            for (int i = 0; i < test.count() && right.size() < IMAGES; i++) {
                if (predicted[i] == test.labels()[i]) {
                    right.add(i);
                }
            }
            int[] places = right.stream().mapToInt(Integer::intValue).toArray();
            INDArray images = all.getRows(places);
            int[] labels =
                    Arrays.stream(places).map(place -> test.labels()[place]).toArray();
            Random random = SeededRandom.of(run.request().seed(), "noise");
            List<Rate> rates = BOUNDS.stream()
                    .map(bound -> new Rate(
                            bound,
                            misled(gradient, Attack.awayFrom(labels, bound).on(images, gradient), labels),
                            misled(gradient, Attack.noise(images, bound, random), labels)))
                    .toList();
            return new Result(
                    training,
                    run,
                    places.length,
                    rates,
                    triptych(gradient, all, test.labels(), predicted, random),
                    gradient.largestErrorAt(images.get(NDArrayIndex.interval(0, 1)), (labels[0] + 1) % classes()));
        } finally {
            network.close();
        }
    }

    private static int classes() {
        return MnistBySize.NETWORK.classes();
    }

    private static double misled(InputGradient gradient, INDArray changed, int[] labels) {
        int[] predicted = gradient.predictions(changed);
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            wrong += predicted[i] == labels[i] ? 0 : 1;
        }
        return (double) wrong / labels.length;
    }

    /** The 9 of which the network is surest among those that some bound turns into a 5, with the smallest bound that does. */
    private static Triptych triptych(
            InputGradient gradient, INDArray all, int[] labels, int[] predicted, Random random) {
        INDArray probabilities = gradient.probabilities(all);
        List<Integer> surestFirst = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == FROM && predicted[i] == FROM)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities.getDouble(i, FROM))
                        .reversed())
                .toList();
        for (int i : surestFirst) {
            INDArray image = all.get(NDArrayIndex.interval(i, i + 1)).dup();
            for (double bound : BOUNDS) {
                INDArray changed = Attack.towards(new int[] {TO}, bound).on(image, gradient);
                if (gradient.predictions(changed)[0] == TO) {
                    return new Triptych(
                            bound,
                            floats(image),
                            floats(changed),
                            floats(gradient.probabilities(image)),
                            floats(gradient.probabilities(changed)),
                            floats(gradient.probabilities(Attack.noise(image, bound, random))));
                }
            }
        }
        throw new IllegalStateException("No " + FROM + " among the test images is taken for a " + TO
                + " by changes of up to " + BOUNDS.get(BOUNDS.size() - 1) + " a pixel.");
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
