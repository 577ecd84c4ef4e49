package org.dlcourse.homework.dogs.loop;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dlcourse.dataset.Examples;
import org.dlcourse.training.TrainingPlan;

/**
 * Softmax regression of two inputs and two classes in arrays of doubles, with gradient descent.
 *
 * @param weights [inputs][classes]; modified by each step
 * @param bias [classes]; modified by each step
 */
record SoftmaxRegression(double[][] weights, double[] bias) {
    private static final int INPUTS = 2;
    private static final int CLASSES = 2;

    /** The initial weights and biases of the network of a plan. */
    static SoftmaxRegression initial(TrainingPlan plan, long seed) {
        MultiLayerNetwork network = plan.networks().create(plan.architecture(), seed);
        double[][] weights = new double[INPUTS][CLASSES];
        double[] bias = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < INPUTS; i++) {
                weights[i][c] = network.getParam("0_W").getDouble(i, c);
            }
            bias[c] = network.getParam("0_b").getDouble(c);
        }
        network.close();
        return new SoftmaxRegression(weights, bias);
    }

    /**
     * Takes one step of gradient descent on a mini-batch.
     *
     * @param batch indices of its examples
     * @return the mean loss of the batch before the step
     */
    double step(Examples examples, int[] batch, double learningRate) {
        double loss = 0;
        double[][] weightGradient = new double[INPUTS][CLASSES];
        double[] biasGradient = new double[CLASSES];
        for (int index : batch) {
            int label = examples.labels()[index];
            double[] probabilities = probabilities(examples, index);
            loss -= Math.log(probabilities[label]) / batch.length;
            for (int c = 0; c < CLASSES; c++) {
                double delta = (probabilities[c] - (c == label ? 1 : 0)) / batch.length;
                biasGradient[c] += delta;
                for (int i = 0; i < INPUTS; i++) {
                    weightGradient[i][c] += delta * input(examples, index, i);
                }
            }
        }
        for (int c = 0; c < CLASSES; c++) {
            bias[c] -= learningRate * biasGradient[c];
            for (int i = 0; i < INPUTS; i++) {
                weights[i][c] -= learningRate * weightGradient[i][c];
            }
        }
        return loss;
    }

    /** The fraction of the examples that are classified correctly. */
    double accuracy(Examples examples) {
        int correct = 0;
        for (int index = 0; index < examples.count(); index++) {
            double[] probabilities = probabilities(examples, index);
            correct += (probabilities[1] > probabilities[0] ? 1 : 0) == examples.labels()[index] ? 1 : 0;
        }
        return (double) correct / examples.count();
    }

    private double[] probabilities(Examples examples, int index) {
        double[] exponentials = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            double logit = bias[c];
            for (int i = 0; i < INPUTS; i++) {
                logit += weights[i][c] * input(examples, index, i);
            }
            exponentials[c] = Math.exp(logit);
        }
        double sum = exponentials[0] + exponentials[1];
        return new double[] {exponentials[0] / sum, exponentials[1] / sum};
    }

    private static double input(Examples examples, int index, int i) {
        return examples.features().getDouble(index, 0, 0, i);
    }
}
