package org.dlcourse.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dlcourse.model.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How well a network does on a set of examples.
 *
 * @param loss mean over the examples, without a penalty
 * @param accuracyOfClasses fraction of the examples whose label has the largest output; empty where targets are numbers
 * @param regression where targets are numbers
 */
record Evaluation(double loss, OptionalDouble accuracyOfClasses, Optional<RegressionScore> regression) {
    double accuracy() {
        return accuracyOfClasses.orElseThrow();
    }

    double r2() {
        return regression.orElseThrow().r2();
    }

    /**
     * The sum of squared differences of numbers from the mean of their column.
     *
     * @param numbers [examples, outputs]
     */
    static double spread(INDArray numbers) {
        double[] values = values(numbers);
        int outputs = (int) numbers.size(1);
        double sum = 0;
        for (int output = 0; output < outputs; output++) {
            double mean = 0;
            for (int i = output; i < values.length; i += outputs) {
                mean += values[i];
            }
            mean /= numbers.size(0);
            for (int i = output; i < values.length; i += outputs) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
        }
        return sum;
    }

    /** Sums over the numbers seen so far. */
    static final class SumsOfNumbers {
        private final Loss loss;
        private final double spread;
        private double lossSum;
        private double squares;
        private int count;
        private int outputs;

        /** Sums over all examples of a set whose targets have this {@link #spread}. */
        SumsOfNumbers(Loss loss, double spread) {
            this.loss = loss;
            this.spread = spread;
        }

        void add(INDArray given, INDArray targets) {
            int examples = (int) targets.size(0);
            lossSum += examples * meanLoss(loss, given, targets);
            outputs = (int) targets.size(1);
            squares += examples * outputs * meanLoss(Loss.MEAN_SQUARED_ERROR, given, targets);
            count += examples;
        }

        Evaluation mean() {
            RegressionScore score = new RegressionScore(squares / count / outputs, 1 - squares / spread);
            return new Evaluation(lossSum / count, OptionalDouble.empty(), Optional.of(score));
        }
    }

    /** Sums over the examples of classes seen so far. */
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
            return new Evaluation(lossSum / count, OptionalDouble.of((double) right / count), Optional.empty());
        }
    }

    /** How many of these examples have the largest output at their label; outputs that are NaN name no class. */
    static int countRight(INDArray outputs, int[] labels) {
        return countRight(values(outputs), labels);
    }

    /**
     * The mean loss of a batch.
     *
     * @param targets [examples, outputs]; of classes, each row sums to 1
     */
    static double meanLoss(Loss loss, INDArray outputs, INDArray targets) {
        double[] given = values(outputs);
        double[] wanted = values(targets);
        double sum = 0;
        for (int i = 0; i < given.length; i++) {
            sum += switch (loss) {
                // A class that is not wanted at all adds nothing; its logarithm would cost as much as the wanted one's.
                case CROSS_ENTROPY -> wanted[i] == 0 ? 0 : -wanted[i] * logarithm(given[i]);
                case MEAN_SQUARED_ERROR -> (given[i] - wanted[i]) * (given[i] - wanted[i]) / outputs.size(1);
                case MEAN_ABSOLUTE_ERROR -> Math.abs(given[i] - wanted[i]) / outputs.size(1);
            };
        }
        return sum / outputs.size(0);
    }

    private static double[] values(INDArray outputs) {
        boolean inOrder = outputs.ordering() == 'c' && !outputs.isView();
        return (inOrder ? outputs : outputs.dup('c')).data().asDouble();
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
                case CROSS_ENTROPY -> -logarithm(values[i * classes + labels[i]]);
                case MEAN_SQUARED_ERROR -> meanSquare(values, i * classes, classes, labels[i]);
                case MEAN_ABSOLUTE_ERROR -> meanAbsolute(values, i * classes, classes, labels[i]);
            };
        }
        return sum;
    }

    /** A probability that underflows to 0 counts as the smallest normal number. */
    private static double logarithm(double probability) {
        return Math.log(Math.max(probability, Float.MIN_NORMAL));
    }

    private static double meanAbsolute(double[] values, int from, int classes, int label) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.abs(values[from + c] - (c == label ? 1 : 0));
        }
        return sum / classes;
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
