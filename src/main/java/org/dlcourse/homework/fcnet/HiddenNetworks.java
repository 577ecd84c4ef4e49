package org.dlcourse.homework.fcnet;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.dlcourse.kit.NormalArray;
import org.dlcourse.util.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Small networks whose sizes, biases, penalties and labels are drawn at random: what is fixed in the handout's toy data varies here. No
 * sample has the last class, so that the number of classes cannot be taken from the labels. What is expected comes from plain loops.
 *
 * @param all the networks with their samples
 */
record HiddenNetworks(List<ToyData> all) {
    private static final int COUNT = 3;
    /** The rounding of sums of at most 12 products in double precision, of scores of at most about 10, with room for 100 of them. */
    static final double TOLERANCE = 1e-12;

    HiddenNetworks {
        all = List.copyOf(all);
    }

    /** The networks that a seed gives. */
    static HiddenNetworks of(long seed) {
        Random random = SeededRandom.of(seed, "hidden two-layer networks");
        return new HiddenNetworks(
                IntStream.range(0, COUNT).mapToObj(i -> drawn(random)).toList());
    }

    private static ToyData drawn(Random random) {
        int inputs = random.nextInt(5, 9);
        int units = random.nextInt(6, 12);
        int classes = random.nextInt(4, 7);
        int samples = random.nextInt(6, 10);
        Parameters parameters = new Parameters(
                NormalArray.of(random, inputs, units).muli(.5),
                NormalArray.of(random, units),
                NormalArray.of(random, units, classes).muli(.5),
                NormalArray.of(random, classes));
        INDArray features = NormalArray.of(random, samples, inputs);
        int[] labels = random.ints(samples, 0, classes - 1).toArray();
        double penalty = random.nextDouble(.1, .5);
        TwoLayerNetwork loops = new LoopTwoLayerNetwork();
        return new ToyData(
                parameters,
                features,
                labels,
                penalty,
                loops.probabilities(parameters, features),
                loops.loss(parameters, features, labels, penalty));
    }

    /** The same with scores of some thousands, of which the exponentials overflow. */
    HiddenNetworks withLargeScores() {
        TwoLayerNetwork loops = new LoopTwoLayerNetwork();
        return new HiddenNetworks(all.stream()
                .map(one -> {
                    INDArray large = one.inputs().mul(1e4);
                    return new ToyData(
                            one.parameters(),
                            large,
                            one.labels(),
                            one.penalty(),
                            loops.probabilities(one.parameters(), large),
                            one.expected());
                })
                .toList());
    }

    /** The probabilities by a solution, of one network after the other. */
    double[] probabilitiesOf(TwoLayerNetwork solution) {
        return all.stream()
                .flatMapToDouble(one -> DoubleStream.of(ToyData.values(one.probabilitiesOf(solution))))
                .toArray();
    }

    /** The probabilities that are expected, in the same order. */
    double[] probabilities() {
        return all.stream()
                .flatMapToDouble(one -> DoubleStream.of(ToyData.values(one.probabilities())))
                .toArray();
    }

    /** The losses by a solution. */
    double[] lossesOf(TwoLayerNetwork solution) {
        return all.stream().mapToDouble(one -> one.lossOf(solution).loss()).toArray();
    }

    /** The losses that are expected. */
    double[] losses() {
        return all.stream().mapToDouble(one -> one.expected().loss()).toArray();
    }

    /** The losses and gradients by a solution, of one network after the other. */
    double[] gradientsOf(TwoLayerNetwork solution) {
        return all.stream()
                .flatMapToDouble(one -> DoubleStream.of(ToyData.values(one.lossOf(solution))))
                .toArray();
    }

    /** The losses and gradients that are expected, in the same order. */
    double[] gradients() {
        return all.stream()
                .flatMapToDouble(one -> DoubleStream.of(ToyData.values(one.expected())))
                .toArray();
    }
}
