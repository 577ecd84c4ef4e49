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
 * The functions that a single perceptron computes, found by a search over all weights from -inputs to inputs and all
 * thresholds.
 *
 * <p>The search proves nothing about the functions that it does not find; {@link Contradiction} proves that no perceptron
 * computes them.
 *
 * @param inputs number of inputs of the functions, from 1 to 4
 * @param found a perceptron for each function, by the function's number
 */
record SinglePerceptrons(int inputs, Map<Long, Perceptron> found) {
    /**
     * Four rows that no perceptron computes correctly: two where the function is 1 and two where it is 0, whose inputs have
     * the same sum. The two rows of a pair may be the same.
     *
     * <p>The weighted sums of the rows with value 1 total at least twice the threshold, those of the rows with value 0 less
     * than that. But the totals are equal, because the sums of the inputs are.
     *
     * @param one1 row where the function is 1
     * @param one2 row where the function is 1
     * @param zero1 row where the function is 0
     * @param zero2 row where the function is 0
     */
    record Contradiction(int one1, int one2, int zero1, int zero2) {
        /** The first contradiction of a function, if it has any. */
        static Optional<Contradiction> of(BooleanFunction function) {
            Map<Integer, int[]> pairsOfOnes = new HashMap<>();
            for (int[] pair : pairs(function.rowsThatAre(true))) {
                pairsOfOnes.putIfAbsent(sum(pair, function.inputs()), pair);
            }
            for (int[] zeros : pairs(function.rowsThatAre(false))) {
                int[] ones = pairsOfOnes.get(sum(zeros, function.inputs()));
                if (ones != null) {
                    return Optional.of(new Contradiction(ones[0], ones[1], zeros[0], zeros[1]));
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

        /** The sums of two rows' inputs, each from 0 to 2, as the digits of a ternary number. */
        private static int sum(int[] pair, int inputs) {
            int sum = 0;
            for (int i = 0; i < inputs; i++) {
                sum = 3 * sum + (pair[0] >> i & 1) + (pair[1] >> i & 1);
            }
            return sum;
        }

        /** The equation of the sums, such as 01 + 10 = 00 + 11. */
        String equation(BooleanFunction function) {
            return function.digits(one1) + " + " + function.digits(one2) + " = " + function.digits(zero1) + " + "
                    + function.digits(zero2);
        }
    }

    /** Searches all perceptrons, those with small weights first. */
    static SinglePerceptrons search(int inputs) {
        boolean[][] points = points(inputs);
        Map<Long, Perceptron> found = new HashMap<>();
        for (int[] weights : weights(inputs)) {
            int largestSum = absoluteSum(weights);
            for (int threshold = -largestSum; threshold <= largestSum + 1; threshold++) {
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
                .sorted(Comparator.comparingInt(SinglePerceptrons::absoluteSum))
                .toList();
    }

    private static int absoluteSum(int[] weights) {
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

    /** For each function, the number of rows that the best of all perceptrons computes correctly. */
    int[] mostCorrectRows(List<BooleanFunction> functions) {
        long[] computed = found.keySet().stream().mapToLong(Long::longValue).toArray();
        return functions.stream()
                .mapToInt(function -> {
                    long wanted = function.number();
                    int wrong = Arrays.stream(computed)
                            .mapToInt(number -> Long.bitCount(number ^ wanted))
                            .min()
                            .orElseThrow();
                    return function.rows() - wrong;
                })
                .toArray();
    }
}
