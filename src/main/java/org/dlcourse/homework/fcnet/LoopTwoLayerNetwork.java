package org.dlcourse.homework.fcnet;

import java.util.Arrays;
import org.dlcourse.exercise.TwoLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The two-layer network in plain loops over numbers, for comparison with solutions that use array operations. */
final class LoopTwoLayerNetwork implements TwoLayerNetwork {
    @Override
    public INDArray probabilities(Parameters parameters, INDArray inputs) {
        return Nd4j.createFromArray(PlainLoop.elementByElement(parameters, inputs));
    }

    @Override
    public LossAndGradients loss(Parameters parameters, INDArray inputs, int[] labels, double penalty) {
        double[][] first = parameters.hiddenWeights().toDoubleMatrix();
        double[] firstBias = parameters.hiddenBias().toDoubleVector();
        double[][] second = parameters.outputWeights().toDoubleMatrix();
        double[][] probabilities = PlainLoop.elementByElement(parameters, inputs);
        double[][] firstGradient = scaled(first, 2 * penalty);
        double[] firstBiasGradient = new double[firstBias.length];
        double[][] secondGradient = scaled(second, 2 * penalty);
        double[] secondBiasGradient = new double[second[0].length];
        double loss = penalty * (squares(first) + squares(second));
        for (int sample = 0; sample < labels.length; sample++) {
            loss -= Math.log(probabilities[sample][labels[sample]]) / labels.length;
            for (int unit = 0; unit < firstBias.length; unit++) {
                double active = firstBias[unit];
                for (int i = 0; i < first.length; i++) {
                    active += inputs.getDouble(sample, i) * first[i][unit];
                }
                double hiddenGradient = 0;
                for (int c = 0; c < secondBiasGradient.length; c++) {
                    double scoreGradient = (probabilities[sample][c] - (c == labels[sample] ? 1 : 0)) / labels.length;
                    secondGradient[unit][c] += Math.max(0, active) * scoreGradient;
                    hiddenGradient += second[unit][c] * scoreGradient;
                }
                if (active > 0) {
                    firstBiasGradient[unit] += hiddenGradient;
                    for (int i = 0; i < first.length; i++) {
                        firstGradient[i][unit] += inputs.getDouble(sample, i) * hiddenGradient;
                    }
                }
            }
            for (int c = 0; c < secondBiasGradient.length; c++) {
                secondBiasGradient[c] += (probabilities[sample][c] - (c == labels[sample] ? 1 : 0)) / labels.length;
            }
        }
        return new LossAndGradients(
                loss,
                new Parameters(
                        Nd4j.createFromArray(firstGradient),
                        Nd4j.createFromArray(firstBiasGradient),
                        Nd4j.createFromArray(secondGradient),
                        Nd4j.createFromArray(secondBiasGradient)));
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(value -> factor * value).toArray())
                .toArray(double[][]::new);
    }

    private static double squares(double[][] matrix) {
        return Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(value -> value * value)
                .sum();
    }
}
