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

/** Wrong constructions of perceptron networks, each a correct one of two layers with a single change. */
public final class PerceptronConstructionMistakes {
    private PerceptronConstructionMistakes() {}

    /**
     * All wrong constructions.
     *
     * @param right a correct construction whose hidden units detect single rows and whose output is 1 if any or none of them is 1
     */
    public static List<Mistake<PerceptronConstruction>> all(PerceptronConstruction right) {
        return List.of(
                new Mistake<>(
                        "a detector ignores the inputs that must be 0: its output is 1 also at rows with more inputs that are 1",
                        detectors(
                                right,
                                unit -> new Perceptron(
                                        Arrays.stream(unit.weights())
                                                .map(weight -> Math.max(0, weight))
                                                .toArray(),
                                        unit.threshold()))),
                new Mistake<>(
                        "the detectors' thresholds are too low by 1: their outputs are 1 also at rows that differ in one input",
                        detectors(right, unit -> new Perceptron(unit.weights(), unit.threshold() - 1))),
                new Mistake<>(
                        "the detectors' thresholds are too high by 1, as if the sum had to exceed them: their outputs are never 1",
                        detectors(right, unit -> new Perceptron(unit.weights(), unit.threshold() + 1))),
                new Mistake<>(
                        "the output perceptron requires all detectors instead of any",
                        last(
                                right,
                                unit -> new Perceptron(
                                        unit.weights(),
                                        unit.threshold() > 0 ? unit.weights().length : unit.threshold()))),
                new Mistake<>(
                        "the rows with value 0 are detected, but the output perceptron does not negate",
                        last(
                                right,
                                unit -> new Perceptron(
                                        Arrays.stream(unit.weights())
                                                .map(Math::abs)
                                                .toArray(),
                                        1))),
                new Mistake<>(
                        "a single perceptron: a weight is the number of rows with value 1 where the input is 1 less the number where it is 0",
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
        int largestSum = Arrays.stream(weights).map(Math::abs).sum();
        return IntStream.rangeClosed(-largestSum, largestSum + 1)
                .mapToObj(threshold ->
                        new PerceptronNetwork(function.inputs(), List.of(List.of(new Perceptron(weights, threshold)))))
                .min(Comparator.comparingInt(network -> network.wrongRows(function)))
                .orElseThrow();
    }
}
