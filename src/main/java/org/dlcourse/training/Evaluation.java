package org.dlcourse.training;

import org.dlcourse.model.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How well a network does on a set of examples.
 *
 * @param loss mean over the examples, without a penalty
 * @param accuracy part of the examples whose label has the largest output
 */
record Evaluation(double loss, double accuracy) {
    /** Sums over the examples seen so far. */
    static final class Sums {
        private final Loss loss;
        private double lossSum;
        private int right;
        private int count;

        Sums(Loss loss) {
            this.loss = loss;
        }

        /** Counts these examples in, so that each counts the same, however many come at a time. */
        void add(INDArray outputs, int[] labels) {
            double[] values = values(outputs);
            right += countRight(values, labels);
            count += labels.length;
            lossSum += lossSum(loss, values, labels);
        }

        Evaluation mean() {
            return new Evaluation(lossSum / count, (double) right / count);
        }
    }

    /** How many of these examples have the largest output at their label; outputs that are no numbers name no class. */
    static int countRight(INDArray outputs, int[] labels) {
        return countRight(values(outputs), labels);
    }

    private static double[] values(INDArray outputs) {
        return outputs.dup('c').data().asDouble();
    }

    private static int countRight(double[] values, int[] labels) {
        int classes = values.length / labels.length;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int largest = 0;
            for (int c = 1; c < classes; c++) {
                if (values[i * classes + c] > values[i * classes + largest]) {
                    largest = c;
                }
            }
            if (largest == labels[i] && !Double.isNaN(values[i * classes + largest])) {
                right++;
            }
        }
        return right;
    }

    private static double lossSum(Loss loss, double[] values, int[] labels) {
        int classes = values.length / labels.length;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += switch (loss) {
                // As in training: a probability that underflows to 0 counts as the smallest normal number.
                case CROSS_ENTROPY -> -Math.log(Math.max(values[i * classes + labels[i]], Float.MIN_NORMAL));
                case MEAN_SQUARED_ERROR -> meanSquare(values, i * classes, classes, labels[i]);
            };
        }
        return sum;
    }

    private static double meanSquare(double[] values, int from, int classes, int label) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double difference = values[from + c] - (c == label ? 1 : 0);
            sum += difference * difference;
        }
        return sum / classes;
    }
}
