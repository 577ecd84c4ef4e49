package org.dlcourse.exercise.reference;

import java.util.Arrays;
import java.util.List;
import org.dlcourse.exercise.BooleanFunction;
import org.dlcourse.exercise.PerceptronConstruction;
import org.dlcourse.exercise.PerceptronNetwork;
import org.dlcourse.exercise.PerceptronNetwork.Perceptron;

/**
 * The disjunctive normal form: one hidden perceptron for each row with value 1, which is on at that row only, and a last
 * perceptron that is on if any of them is. If fewer rows have value 0, those are detected, and the last perceptron is on if
 * none of them is.
 */
public final class RowDetectors implements PerceptronConstruction {
    @Override
    public PerceptronNetwork network(BooleanFunction function) {
        List<Integer> on = function.rowsThatAre(true);
        List<Integer> off = function.rowsThatAre(false);
        boolean fewerOff = off.size() < on.size();
        List<Perceptron> detectors = (fewerOff ? off : on)
                .stream().map(row -> detector(function.point(row))).toList();
        return new PerceptronNetwork(
                function.inputs(), List.of(detectors, List.of(fewerOff ? none(detectors) : any(detectors))));
    }

    /** On at one point only: at the point the sum equals the threshold, and every input that differs reduces it by 1. */
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
