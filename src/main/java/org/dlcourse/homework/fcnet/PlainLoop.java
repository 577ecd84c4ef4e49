package org.dlcourse.homework.fcnet;

import org.dlcourse.exercise.TwoLayerNetwork.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network's probabilities computed by plain loops, for comparison with vectorised code. */
public final class PlainLoop {
    private PlainLoop() {}

    /** Reads the arrays element by element, as a loop in a script would. */
    public static double[][] elementByElement(Parameters parameters, INDArray inputs) {
        int samples = (int) inputs.size(0);
        double[][] probabilities = new double[samples][];
        for (int sample = 0; sample < samples; sample++) {
            double[] hidden = new double[(int) parameters.hiddenBias().length()];
            for (int unit = 0; unit < hidden.length; unit++) {
                double sum = parameters.hiddenBias().getDouble(unit);
                for (int i = 0; i < inputs.size(1); i++) {
                    sum += inputs.getDouble(sample, i)
                            * parameters.hiddenWeights().getDouble(i, unit);
                }
                hidden[unit] = Math.max(0, sum);
            }
            double[] scores = new double[(int) parameters.outputBias().length()];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = parameters.outputBias().getDouble(c);
                for (int unit = 0; unit < hidden.length; unit++) {
                    scores[c] += hidden[unit] * parameters.outputWeights().getDouble(unit, c);
                }
            }
            probabilities[sample] = softmax(scores);
        }
        return probabilities;
    }

    /** Works on Java's arrays, row by row. */
    public static double[][] overJavaArrays(
            double[][] hiddenWeights,
            double[] hiddenBias,
            double[][] outputWeights,
            double[] outputBias,
            double[][] inputs) {
        double[][] probabilities = new double[inputs.length][];
        for (int sample = 0; sample < inputs.length; sample++) {
            double[] hidden = hiddenBias.clone();
            for (int i = 0; i < hiddenWeights.length; i++) {
                for (int unit = 0; unit < hidden.length; unit++) {
                    hidden[unit] += inputs[sample][i] * hiddenWeights[i][unit];
                }
            }
            double[] scores = outputBias.clone();
            for (int unit = 0; unit < hidden.length; unit++) {
                for (int c = 0; c < scores.length; c++) {
                    scores[c] += Math.max(0, hidden[unit]) * outputWeights[unit][c];
                }
            }
            probabilities[sample] = softmax(scores);
        }
        return probabilities;
    }

    private static double[] softmax(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        double[] exponentials = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            exponentials[c] = Math.exp(scores[c] - largest);
            sum += exponentials[c];
        }
        for (int c = 0; c < scores.length; c++) {
            exponentials[c] /= sum;
        }
        return exponentials;
    }
}
