package org.dlcourse.exercise.mistake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;
import org.dlcourse.kit.Mistake;

/** Constructions that fail for some functions, each a correct one of two layers with one change. */
public final class PerceptronConstructionMistakes {
    private PerceptronConstructionMistakes() {}

    /**
     * Wrong constructions.
     *
     * @param right a construction whose hidden layer detects single rows and whose last perceptron combines them by any or none
     */
    public static List<Mistake<PerceptronConstruction>> all(PerceptronConstruction right) {
        return List.of(
                new Mistake<>(
                        "the detectors ignore the inputs that must be off: they are also on at rows with more inputs on",
                        detectors(
                                right,
                                unit -> new Perceptron(
                                        Arrays.stream(unit.weights())
                                                .map(weight -> Math.max(0, weight))
                                                .toArray(),
                                        unit.threshold()))),
                new Mistake<>(
                        "the thresholds of the detectors are too low by one: they are also on at rows that differ in one input",
                        detectors(right, unit -> new Perceptron(unit.weights(), unit.threshold() - 1))),
                new Mistake<>(
                        "the thresholds of the detectors are too high by one, as if the sum had to exceed them: they are never on",
                        detectors(right, unit -> new Perceptron(unit.weights(), unit.threshold() + 1))),
                new Mistake<>(
                        "the last perceptron requires all detectors instead of any",
                        last(
                                right,
                                unit -> new Perceptron(
                                        unit.weights(),
                                        unit.threshold() > 0 ? unit.weights().length : unit.threshold()))),
                new Mistake<>(
                        "the rows with value 0 are detected, but the last perceptron does not negate",
                        last(
                                right,
                                unit -> new Perceptron(
                                        Arrays.stream(unit.weights())
                                                .map(Math::abs)
                                                .toArray(),
                                        1))),
                new Mistake<>(
                        "a single perceptron: each weight is the number of rows with value 1 where the input is on minus those where it is off",
                        PerceptronConstructionMistakes::single));
    }

    private static PerceptronConstruction detectors(PerceptronConstruction right, UnaryOperator<Perceptron> change) {
        return changed(
                right, layers -> List.of(layers.get(0).stream().map(change).toList(), layers.get(1)));
    }

    private static PerceptronConstruction last(PerceptronConstruction right, UnaryOperator<Perceptron> change) {
        return changed(
                right,
                layers -> List.of(
                        layers.get(0), List.of(change.apply(layers.get(1).get(0)))));
    }

    private static PerceptronConstruction changed(
            PerceptronConstruction right, Function<List<List<Perceptron>>, List<List<Perceptron>>> change) {
        return function -> new PerceptronNetwork(
                function.inputs(), change.apply(right.network(function).layers()));
    }

    private static PerceptronNetwork single(BooleanFunction function) {
        int[] weights = new int[function.inputs()];
        for (int row = 0; row < function.rows(); row++) {
            for (int i = 0; i < weights.length; i++) {
                if (function.value(row)) {
                    weights[i] += function.point(row)[i] ? 1 : -1;
                }
            }
        }
        int reach = Arrays.stream(weights).map(Math::abs).sum();
        return IntStream.rangeClosed(-reach, reach + 1)
                .mapToObj(threshold ->
                        new PerceptronNetwork(function.inputs(), List.of(List.of(new Perceptron(weights, threshold)))))
                .min(Comparator.comparingInt(network -> network.wrongRows(function)))
                .orElseThrow();
    }
}
