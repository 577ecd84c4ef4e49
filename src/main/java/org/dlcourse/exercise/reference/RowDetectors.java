package org.dlcourse.exercise.reference;

import java.util.Arrays;
import java.util.List;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;

/**
 * The disjunctive normal form: one hidden perceptron for each row with value 1, whose output is 1 at that row only, and an
 * output perceptron that is 1 if any of them is 1. If fewer rows have the value 0, those are detected instead, and the output
 * is 1 if none of the hidden perceptrons is 1.
 */
public final class RowDetectors implements PerceptronConstruction {
    @Override
    public PerceptronNetwork network(BooleanFunction function) {
        List<Integer> ones = function.rowsThatAre(true);
        List<Integer> zeros = function.rowsThatAre(false);
        boolean fewerZeros = zeros.size() < ones.size();
        List<Perceptron> detectors = (fewerZeros ? zeros : ones)
                .stream().map(row -> detector(function.point(row))).toList();
        return new PerceptronNetwork(
                function.inputs(), List.of(detectors, List.of(fewerZeros ? none(detectors) : any(detectors))));
    }

    /** A perceptron whose sum is its threshold at one point, and smaller by 1 for each input that differs. */
    private static Perceptron detector(boolean[] point) {
        int[] weights = new int[point.length];
        int sumAtPoint = 0;
        for (int i = 0; i < point.length; i++) {
            weights[i] = point[i] ? 1 : -1;
            sumAtPoint += point[i] ? 1 : 0;
        }
        return new Perceptron(weights, sumAtPoint);
    }

    private static Perceptron any(List<Perceptron> detectors) {
        return new Perceptron(filled(detectors.size(), 1), 1);
    }

    private static Perceptron none(List<Perceptron> detectors) {
        return new Perceptron(filled(detectors.size(), -1), 0);
    }

    private static int[] filled(int length, int weight) {
        int[] weights = new int[length];
        Arrays.fill(weights, weight);
        return weights;
    }
}
