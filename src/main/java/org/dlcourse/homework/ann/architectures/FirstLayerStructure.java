package org.dlcourse.homework.ann.architectures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.model.Shape;
import org.dlcourse.training.FloatArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures of the structure of a first layer's weights.
 *
 * @param weights [units, inputs] or [filters, channels, height, width]
 * @param height of one unit's weights as an image
 * @param width of one unit's weights as an image
 */
record FirstLayerStructure(FloatArray weights, int height, int width) {
    /** The first layer of the run with the best test accuracy. */
    static FirstLayerStructure of(Repeats repeats) {
        FloatArray weights = repeats.best().result().firstLayerWeights();
        Shape input = repeats.architecture().input();
        return repeats.architecture().isConvolutional()
                ? new FirstLayerStructure(weights, weights.shape()[2], weights.shape()[3])
                : new FirstLayerStructure(weights, input.height(), input.width());
    }

    /**
     * The correlation of horizontally and vertically neighbouring weights: 0 for noise, near 1 for smooth patterns.
     *
     * @param correlation over all pairs of neighbours of all units
     * @param pairs number of pairs
     */
    record Smoothness(double correlation, int pairs) {
        /** The standard error of the correlation of as many independent pairs. */
        double standardError() {
            return 1 / Math.sqrt(pairs);
        }
    }

    Smoothness smoothness() {
        List<double[]> pairs = new ArrayList<>();
        for (int unit = 0; unit < weights.rows(); unit++) {
            float[] image = weights.row(unit);
            for (int pixel = 0; pixel < image.length; pixel++) {
                if (pixel % width < width - 1) {
                    pairs.add(new double[] {image[pixel], image[pixel + 1]});
                }
                if (pixel % (height * width) < (height - 1) * width) {
                    pairs.add(new double[] {image[pixel], image[pixel + width]});
                }
            }
        }
        double correlation = new PearsonsCorrelation()
                .correlation(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
        return new Smoothness(correlation, pairs.size());
    }

    /** The correlation of a run's trained first-layer weights with its initial ones. */
    static double correlationWithInitialWeights(Run run) {
        MultiLayerNetwork initial = run.request()
                .plan()
                .networks()
                .create(run.request().plan().architecture(), run.request().seed());
        INDArray weights = initial.getLayer(0).getParam("W");
        double[] first = (weights.rank() == 2 ? weights.transpose() : weights)
                .dup('c')
                .data()
                .asDouble();
        float[] trained = run.result().firstLayerWeights().values();
        double[] last =
                IntStream.range(0, trained.length).mapToDouble(i -> trained[i]).toArray();
        initial.close();
        return new PearsonsCorrelation().correlation(first, last);
    }

    /**
     * For each fully connected unit, the fraction of the variance of its weighted sum over the images that their class
     * explains: 1 for a unit whose sum depends on the class alone, 0 for one whose mean sum is the same for all classes.
     */
    double[] varianceExplainedByClass(Examples examples) {
        INDArray vectors = examples.features().reshape(examples.count(), -1);
        INDArray units = Nd4j.createFromArray(weights.values()).reshape('c', weights.shape());
        double[][] inputs = vectors.mmul(units.transpose()).toDoubleMatrix();
        return IntStream.range(0, weights.rows())
                .mapToDouble(unit -> explainedVariance(inputs, unit, examples))
                .toArray();
    }

    private static double explainedVariance(double[][] inputs, int unit, Examples examples) {
        double[] sums = new double[examples.classes()];
        int[] counts = new int[examples.classes()];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < inputs.length; i++) {
            double input = inputs[i][unit];
            sums[examples.labels()[i]] += input;
            counts[examples.labels()[i]]++;
            sum += input;
            squares += input * input;
        }
        double mean = sum / inputs.length;
        double between = 0;
        for (int c = 0; c < sums.length; c++) {
            if (counts[c] > 0) {
                between += counts[c] * Math.pow(sums[c] / counts[c] - mean, 2);
            }
        }
        return between / (squares - inputs.length * mean * mean);
    }
}
