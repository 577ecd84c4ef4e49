package org.dlcourse.homework.ann.basics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.dataset.OneHot;
import org.dlcourse.exercise.GradientFromWeights;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.NetworkFactory;
import org.dlcourse.training.Optimiser;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One step of a training, at which the gradient computed from the weights is compared with back-propagation's, array by array.
 *
 * @param architecture the network
 * @param dataType of its parameters
 * @param optimiser makes the steps
 * @param gradientFromWeights the exercise's solution
 */
record ObservedStep(
        Architecture architecture, DataType dataType, Optimiser optimiser, GradientFromWeights gradientFromWeights) {
    /** Steps before the observed one, so that a momentum term contains earlier gradients. */
    private static final int EARLIER_STEPS = 4;

    /** Fewer than the handout's 50, since DL4J computes convolutions in double precision slowly. */
    static final int BATCH_SIZE = 10;

    /** One error for the weights and one for the biases of each layer, from input to output. */
    List<GradientError> errors(Examples examples, long seed) {
        MultiLayerNetwork network =
                new NetworkFactory(optimiser.updater(), Initialisation.PYTORCH, dataType).create(architecture, seed);
        for (int step = 0; step < EARLIER_STEPS; step++) {
            network.fit(features(examples, step), labels(examples, step));
        }
        INDArray features = features(examples, EARLIER_STEPS);
        INDArray labels = labels(examples, EARLIER_STEPS);
        Map<String, INDArray> before = copies(network.paramTable());
        Map<String, INDArray> backPropagated = backPropagated(network, features, labels);
        network.fit(features, labels);
        List<GradientError> errors = before.keySet().stream()
                // Weights before biases, independent of DL4J's order.
                .sorted(Comparator.comparing(ObservedStep::layer).thenComparing(Comparator.naturalOrder()))
                .map(key -> error(key, before.get(key), network.getParam(key), backPropagated.get(key)))
                .toList();
        network.close();
        return errors;
    }

    private GradientError error(String key, INDArray before, INDArray after, INDArray backPropagated) {
        double[] expected = values(backPropagated);
        double[] actual = values(gradientFromWeights.gradient(before, after, optimiser.learningRate()));
        double largest = largest(expected);
        double difference = largest(IntStream.range(0, expected.length)
                .mapToDouble(i -> actual[i] - expected[i])
                .toArray());
        return new GradientError(
                architecture.name(),
                name(key),
                largest,
                difference / largest,
                roundingBound(largest(values(after)), largest));
    }

    /**
     * A new weight is rounded by at most u |w|, which is divided by the learning rate; multiplying and dividing by the batch
     * size and the learning rate adds four roundings, each of at most u times the gradient.
     */
    private double roundingBound(double largestWeight, double largestGradient) {
        double unitRoundoff = dataType == DataType.DOUBLE ? Math.scalb(1.0, -53) : Math.scalb(1.0, -24);
        return unitRoundoff * (largestWeight / (optimiser.learningRate() * largestGradient) + 4);
    }

    /** Such as "layer 2, weights"; layers without parameters are counted, as in the handout's list. */
    private static String name(String key) {
        return "layer " + (layer(key) + 1) + ", " + (key.endsWith("W") ? "weights" : "biases");
    }

    private static int layer(String key) {
        return Integer.parseInt(key.substring(0, key.indexOf('_')));
    }

    private static Map<String, INDArray> backPropagated(MultiLayerNetwork network, INDArray features, INDArray labels) {
        network.setInput(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
        Map<String, INDArray> gradients = new HashMap<>();
        // DL4J's gradients are sums over the batch; its updater divides.
        network.gradient()
                .gradientForVariable()
                .forEach((key, gradient) -> gradients.put(key, gradient.div(features.size(0))));
        return gradients;
    }

    private static Map<String, INDArray> copies(Map<String, INDArray> parameters) {
        Map<String, INDArray> copies = new LinkedHashMap<>();
        parameters.forEach((key, values) -> copies.put(key, values.dup()));
        return copies;
    }

    private INDArray features(Examples examples, int batch) {
        INDArray images = examples.features()
                .get(NDArrayIndex.interval(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE))
                .castTo(dataType);
        return architecture.isConvolutional() ? images : images.reshape(BATCH_SIZE, -1);
    }

    private INDArray labels(Examples examples, int batch) {
        int[] labels = Arrays.copyOfRange(examples.labels(), batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE);
        return OneHot.of(labels, examples.classes(), dataType);
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** The largest absolute value; NaN if one of them is NaN. */
    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).reduce(0, Math::max);
    }
}
