package org.dlcourse.exercise;

import java.util.Arrays;
import java.util.List;

/**
 * Fully connected layers of perceptrons with a single perceptron as output.
 *
 * @param inputs number of inputs of the first layer
 * @param layers from input to output; a hidden layer may be empty, and the perceptrons of the next one then have no inputs
 */
public record PerceptronNetwork(int inputs, List<List<Perceptron>> layers) {
    /**
     * A unit whose output is 1 where the weighted sum of its binary inputs reaches a threshold.
     *
     * <p>All numbers are integers, so that the computation is exact.
     *
     * @param weights one per input
     * @param threshold smallest sum at which the output is 1
     */
    public record Perceptron(int[] weights, int threshold) {
        public Perceptron {
            weights = weights.clone();
        }

        /** Whether the output is 1. */
        public boolean isOn(boolean[] inputs) {
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += inputs[i] ? weights[i] : 0;
            }
            return sum >= threshold;
        }
    }

    /**
     * Checks that the layers fit.
     *
     * @throws IllegalArgumentException if a perceptron does not have one weight per input, or the last layer is not a single
     *     perceptron
     */
    public PerceptronNetwork {
        layers = layers.stream().map(List::copyOf).toList();
        int before = inputs;
        for (int layer = 0; layer < layers.size(); layer++) {
            for (Perceptron unit : layers.get(layer)) {
                if (unit.weights().length != before) {
                    throw new IllegalArgumentException("Found a perceptron with weights "
                            + Arrays.toString(unit.weights()) + " in layer " + (layer + 1) + "; expected " + before
                            + " weights, one for each of its inputs.");
                }
            }
            before = layers.get(layer).size();
        }
        if (layers.isEmpty() || before != 1) {
            throw new IllegalArgumentException("Found " + (layers.isEmpty() ? "no layer" : before + " perceptrons")
                    + " at the end; expected a single perceptron, whose value is the network's.");
        }
    }

    /** The outputs of the units of a layer. */
    public boolean[] activations(int layer, boolean[] input) {
        boolean[] before = layer == 0 ? input : activations(layer - 1, input);
        List<Perceptron> units = layers.get(layer);
        boolean[] values = new boolean[units.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = units.get(i).isOn(before);
        }
        return values;
    }

    /** The output of the last perceptron. */
    public boolean output(boolean[] input) {
        return activations(layers.size() - 1, input)[0];
    }

    /** The number of perceptrons in hidden layers. */
    public int hiddenUnits() {
        return layers.subList(0, layers.size() - 1).stream()
                .mapToInt(List::size)
                .sum();
    }

    /** The number of rows of a truth table at which the network has another value. */
    public int wrongRows(BooleanFunction function) {
        int wrong = 0;
        for (int row = 0; row < function.rows(); row++) {
            wrong += output(function.point(row)) == function.value(row) ? 0 : 1;
        }
        return wrong;
    }
}
