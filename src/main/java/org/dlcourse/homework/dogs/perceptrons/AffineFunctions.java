package org.dlcourse.homework.dogs.perceptrons;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dlcourse.exercise.BooleanFunction;

/**
 * How many rows of each Boolean function of a number of inputs affine maps compute correctly.
 *
 * @param inputs the number of inputs
 * @param byCorrectRows the number of functions by the rows that the best affine map with a threshold computes correctly,
 *     most rows first
 * @param affine the functions that are affine without a threshold
 */
record AffineFunctions(int inputs, SortedMap<Integer, Integer> byCorrectRows, List<BooleanFunction> affine) {
    static AffineFunctions of(int inputs) {
        List<BooleanFunction> every = BooleanFunction.every(inputs);
        SortedMap<Integer, Integer> byCorrectRows = new TreeMap<>(Comparator.reverseOrder());
        for (int correct : SinglePerceptrons.search(inputs).mostCorrectRows(every)) {
            byCorrectRows.merge(correct, 1, Integer::sum);
        }
        return new AffineFunctions(
                inputs,
                byCorrectRows,
                every.stream().filter(AffineFunctions::isAffine).toList());
    }

    private static boolean isAffine(BooleanFunction function) {
        int offset = function.value(0) ? 1 : 0;
        for (int row = 0; row < function.rows(); row++) {
            int sum = offset;
            for (int i = 0; i < function.inputs(); i++) {
                int alone = 1 << i;
                sum += (row & alone) > 0 ? (function.value(alone) ? 1 : 0) - offset : 0;
            }
            if (sum != (function.value(row) ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }
}
