package org.dlcourse.homework.dogs.perceptrons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;

/**
 * The functions that one perceptron computes, found by trying all weights from -inputs to inputs with all thresholds.
 *
 * <p>The search alone proves nothing of the functions that it does not find: for those there is {@link Contradiction}.
 *
 * @param inputs how many inputs the functions have, from 1 to 4
 * @param found a perceptron for each function, by the function's number
 */
record SinglePerceptrons(int inputs, Map<Long, Perceptron> found) {
    /**
     * Rows that no perceptron puts on their sides: two that are on and two that are off, a row perhaps twice, with the same
     * inputs in sum.
     *
     * <p>The weighted sums of the two that are on are at least twice the threshold, those of the two that are off below
     * twice the threshold; yet, as the inputs add up to the same, so do the weighted sums.
     *
     * @param on1 row where the function is on
     * @param on2 row where it is on
     * @param off1 row where it is off
     * @param off2 row where it is off
     */
    record Contradiction(int on1, int on2, int off1, int off2) {
        /** The first that is found, if the function has any. */
        static Optional<Contradiction> of(BooleanFunction function) {
            Map<Integer, int[]> sumsOfOn = new HashMap<>();
            for (int[] pair : pairs(function.rowsThatAre(true))) {
                sumsOfOn.putIfAbsent(sum(pair, function.inputs()), pair);
            }
            for (int[] off : pairs(function.rowsThatAre(false))) {
                int[] on = sumsOfOn.get(sum(off, function.inputs()));
                if (on != null) {
                    return Optional.of(new Contradiction(on[0], on[1], off[0], off[1]));
                }
            }
            return Optional.empty();
        }

        private static List<int[]> pairs(List<Integer> rows) {
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                for (int j = i; j < rows.size(); j++) {
                    pairs.add(new int[] {rows.get(i), rows.get(j)});
                }
            }
            return pairs;
        }

        /** The sum of two rows' inputs, from 0 to 2 each, as the digits of one number. */
        private static int sum(int[] pair, int inputs) {
            int sum = 0;
            for (int i = 0; i < inputs; i++) {
                sum = 3 * sum + (pair[0] >> i & 1) + (pair[1] >> i & 1);
            }
            return sum;
        }

        /** As an equation, such as 01 + 10 = 00 + 11. */
        String equation(BooleanFunction function) {
            return function.digits(on1) + " + " + function.digits(on2) + " = " + function.digits(off1) + " + "
                    + function.digits(off2);
        }
    }

    /** Tries all perceptrons, those with small weights first. */
    static SinglePerceptrons search(int inputs) {
        boolean[][] points = points(inputs);
        Map<Long, Perceptron> found = new HashMap<>();
        for (int[] weights : weights(inputs)) {
            int reach = reach(weights);
            for (int threshold = -reach; threshold <= reach + 1; threshold++) {
                Perceptron perceptron = new Perceptron(weights, threshold);
                found.putIfAbsent(number(perceptron, points), perceptron);
            }
        }
        return new SinglePerceptrons(inputs, found);
    }

    private static boolean[][] points(int inputs) {
        BooleanFunction any = BooleanFunction.parity(inputs);
        return IntStream.range(0, any.rows()).mapToObj(any::point).toArray(boolean[][]::new);
    }

    private static List<int[]> weights(int inputs) {
        int choices = 2 * inputs + 1;
        return IntStream.range(0, (int) Math.pow(choices, inputs))
                .mapToObj(number -> IntStream.range(0, inputs)
                        .map(i -> number / (int) Math.pow(choices, i) % choices - inputs)
                        .toArray())
                .sorted(Comparator.comparingInt(SinglePerceptrons::reach))
                .toList();
    }

    private static int reach(int[] weights) {
        return Arrays.stream(weights).map(Math::abs).sum();
    }

    private static long number(Perceptron perceptron, boolean[][] points) {
        long number = 0;
        for (int row = 0; row < points.length; row++) {
            number |= perceptron.isOn(points[row]) ? 1L << row : 0;
        }
        return number;
    }

    /** The perceptron that computes the function, if one was found. */
    Optional<Perceptron> of(BooleanFunction function) {
        return Optional.ofNullable(found.get(function.number()));
    }

    /** The rows of each function that the best of all perceptrons gets right. */
    int[] mostRowsRight(List<BooleanFunction> functions) {
        long[] computed = found.keySet().stream().mapToLong(Long::longValue).toArray();
        return functions.stream()
                .mapToInt(function -> {
                    long asked = function.number();
                    int wrong = Arrays.stream(computed)
                            .mapToInt(number -> Long.bitCount(number ^ asked))
                            .min()
                            .orElseThrow();
                    return function.rows() - wrong;
                })
                .toArray();
    }
}
